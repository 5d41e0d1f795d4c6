#pragma once
// NITF, which also stands within NewsML and ninjs.
#include "core/draft.hpp"
#include "formats/xml_tree.hpp"

namespace morgue::formats {

// From a <nitf>.
core::Draft nitf_draft(XmlElement nitf);

// The same where it is given as text; nothing but a Problem where it is not well-formed.
core::Draft nitf_draft(std::string_view xml);

}  // namespace morgue::formats
