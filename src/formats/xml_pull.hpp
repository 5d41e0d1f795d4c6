#pragma once
// XML as a stream of events, pulled one at a time: bounded memory, no tree, nothing ever loaded
// from elsewhere.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_source.hpp"

namespace morgue::formats {

struct XmlAttribute {
    std::string ns, name, value;  // ns: URI, see XmlEvent
};

struct XmlEvent {
    enum class Kind : std::uint8_t { start, end, text, done };

    Kind kind = Kind::done;
    std::string ns;    // URI; the prefix itself and a colon where it was never declared
    std::string name;  // local
    std::vector<XmlAttribute> attributes;
    std::string text;  // a piece of it, not all of an element's

    // The value of an attribute, by default one without namespace; empty if there is none.
    std::string_view attribute(std::string_view local, std::string_view uri = {}) const;
};

inline constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";

class XmlPull {
public:
    // The source has to be UTF-8.
    explicit XmlPull(std::unique_ptr<core::ByteSource> source);
    ~XmlPull();
    XmlPull(XmlPull&&) noexcept;
    XmlPull& operator=(XmlPull&&) noexcept;

    // Moves on to the next event; Kind::done at the end of the document, for ever. Throws
    // core::BadInput "xml-broken" (line and reason) where no more can be read, "xml-too-deep", and
    // whatever the source throws, after all events before that place.
    const XmlEvent& next();

    // How many elements are open after the last event.
    std::size_t depth() const;

    // xml:base (resolved) and xml:lang as they hold for the element last started or ended.
    const std::string& base() const;
    const std::string& language() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// A reference made absolute; returned as it is where that is not possible.
std::string resolve_url(std::string_view reference, const std::string& base);

}  // namespace morgue::formats
