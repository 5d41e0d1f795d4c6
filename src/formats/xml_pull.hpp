#pragma once
// XML as a stream of events, pulled one at a time: bounded memory, no tree, nothing ever loaded
// from elsewhere.
#include <cstdint>
#include <memory>
#include <morgue/error.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/bad_input.hpp"
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

    // Moves on to the next event; Kind::done at the end of the document, or where no more can be
    // read, for ever.
    const XmlEvent& next();

    // Why the events ended before the document did: "xml-broken" (line and reason),
    // "xml-too-deep", or what the source says of itself; nullptr if they did not.
    const core::BadInput* broken() const;

    // How many elements are open after the last event.
    std::size_t depth() const;

    // xml:base (resolved) and xml:lang as they hold for the element last started or ended.
    const std::string& base() const;
    const std::string& language() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Said of an article in which the file breaks off, kept as far as it was read.
Problem cut_short(const core::BadInput& broken);

// A reference made absolute; returned as it is where that is not possible.
std::string resolve_url(std::string_view reference, const std::string& base);

}  // namespace morgue::formats
