#pragma once
// The text in a mail (RFC 2045 to 2049): its parts found, decoded, in UTF-8.
#include <string>
#include <string_view>

#include "formats/header_fields.hpp"

namespace morgue::formats {

struct MailText {
    std::string plain;     // the text parts that are shown, in their order
    std::string html;      // the first HTML part
    std::string location;  // of that part, by its Content-Location
};

// `body` is what stands behind the headers.
MailText mail_text(const HeaderFields& headers, std::string_view body);

}  // namespace morgue::formats
