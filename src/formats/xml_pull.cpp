#include "formats/xml_pull.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/uri.h>

#include <array>
#include <cassert>
#include <optional>
#include <utility>

#include "formats/xml_tidy_source.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t most_depth = 256;

std::string string(const xmlChar* text) {
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

// What a name belongs to: the URI, or else the undeclared prefix with its colon. Assigned, since
// events are used again and again.
void put_belonging(std::string& to, const xmlChar* prefix, const xmlChar* uri) {
    to.clear();
    if (uri != nullptr) {
        to = reinterpret_cast<const char*>(uri);
    } else if (prefix != nullptr) {
        to = reinterpret_cast<const char*>(prefix);
        to += ':';
    }
}

// The parser leaves ampersands of attributes escaped.
std::string attribute_value(const xmlChar* begin, const xmlChar* end) {
    std::string value(reinterpret_cast<const char*>(begin), std::size_t(end - begin));
    for (std::size_t at = value.find("&#38;"); at != value.npos; at = value.find("&#38;", at + 1))
        value.erase(at + 1, 4);
    return value;
}

struct ParserFree {
    void operator()(xmlParserCtxt* parser) const {
        xmlFreeDoc(parser->myDoc);  // a stub that holds the DTD's entities
        xmlFreeParserCtxt(parser);
    }
};

// What holds for an element and all within it, from the one on that sets it.
struct Scope {
    std::size_t depth;  // of that element
    std::string base, language;
};

}  // namespace

struct XmlPull::Impl {
    std::unique_ptr<core::ByteSource> source;
    std::unique_ptr<xmlParserCtxt, ParserFree> parser;
    std::array<char, 32768> chunk;
    std::vector<XmlEvent> events;  // of the chunk; events.size() >= count, to reuse their memory
    std::size_t count = 0, given = 0;
    std::size_t parse_depth = 0;  // where the parser is, ahead of the reader
    std::size_t depth = 0;        // where the reader is
    std::vector<Scope> scopes;    // of open elements, for the reader; the first is the document
    bool pop_scope = false, ended = false;
    XmlEvent done;
    std::optional<core::BadInput> failure;

    explicit Impl(std::unique_ptr<core::ByteSource> from);
    XmlEvent& add(XmlEvent::Kind kind);
    void add_text(const xmlChar* text, int size);
    void start(const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int attributes,
               const xmlChar** values);
    void parse_some();
    void fail(const std::string& code, const std::string& message);
    void enter(const XmlEvent& event);

    static void on_start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                         int namespaces, const xmlChar** declarations, int attributes,
                         int defaulted, const xmlChar** values);
    static void on_end(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri);
    static void on_text(void* self, const xmlChar* text, int size);
};

XmlPull::Impl::Impl(std::unique_ptr<core::ByteSource> from) : source(tidy_xml(std::move(from))) {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_start;
    sax.endElementNs = on_end;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    // Errors are read from the context; without this they would go to standard error.
    sax.serror = [](void*, xmlErrorPtr) {};
    parser.reset(xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr));
    if (!parser) throw std::bad_alloc();
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    scopes.push_back({});
}

XmlEvent& XmlPull::Impl::add(XmlEvent::Kind kind) {
    if (count == events.size()) events.emplace_back();
    XmlEvent& event = events[count++];
    event.kind = kind;
    event.ns.clear();
    event.name.clear();
    event.text.clear();
    if (kind != XmlEvent::Kind::start) event.attributes.clear();
    return event;
}

void XmlPull::Impl::add_text(const xmlChar* text, int size) {
    const bool joins = count > given && events[count - 1].kind == XmlEvent::Kind::text;
    XmlEvent& event = joins ? events[count - 1] : add(XmlEvent::Kind::text);
    event.text.append(reinterpret_cast<const char*>(text), std::size_t(size));
}

void XmlPull::Impl::start(const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                          int attributes, const xmlChar** values) {
    if (++parse_depth > most_depth) {
        fail("xml-too-deep", "elements are nested more than 256 deep");
        return;
    }
    XmlEvent& event = add(XmlEvent::Kind::start);
    put_belonging(event.ns, prefix, uri);
    event.name = reinterpret_cast<const char*>(name);
    event.attributes.resize(std::size_t(attributes));
    for (XmlAttribute& attribute : event.attributes) {
        put_belonging(attribute.ns, values[1], values[2]);
        attribute.name = reinterpret_cast<const char*>(values[0]);
        attribute.value = attribute_value(values[3], values[4]);
        values += 5;
    }
}

void XmlPull::Impl::on_start(void* self, const xmlChar* name, const xmlChar* prefix,
                             const xmlChar* uri, int, const xmlChar**, int attributes, int,
                             const xmlChar** values) {
    static_cast<Impl*>(self)->start(name, prefix, uri, attributes, values);
}

void XmlPull::Impl::on_end(void* self, const xmlChar* name, const xmlChar* prefix,
                           const xmlChar* uri) {
    Impl& impl = *static_cast<Impl*>(self);
    if (impl.parse_depth > 0) --impl.parse_depth;
    XmlEvent& event = impl.add(XmlEvent::Kind::end);
    put_belonging(event.ns, prefix, uri);
    event.name = reinterpret_cast<const char*>(name);
}

void XmlPull::Impl::on_text(void* self, const xmlChar* text, int size) {
    static_cast<Impl*>(self)->add_text(text, size);
}

void XmlPull::Impl::fail(const std::string& code, const std::string& message) {
    if (failure) return;
    failure.emplace(code, message);
    ended = true;
    xmlStopParser(parser.get());
}

void XmlPull::Impl::parse_some() {
    count = given = 0;
    std::size_t got = 0;
    try {
        got = source->read(chunk.data(), chunk.size());
    } catch (const core::BadInput& error) {
        fail(error.code(), error.what());
        return;
    }
    ended = got == 0;
    const int status = xmlParseChunk(parser.get(), chunk.data(), int(got), ended);
    const xmlError* error = xmlCtxtGetLastError(parser.get());
    if (status == XML_ERR_OK || failure || parser->wellFormed || error == nullptr) return;
    std::string reason = error->message == nullptr ? "not well-formed" : error->message;
    while (!reason.empty() && reason.back() == '\n') reason.pop_back();
    fail("xml-broken", "line " + std::to_string(error->line) + ": " + reason);
}

// The scope of an element that ended is left one event later, when nothing can ask for it.
void XmlPull::Impl::enter(const XmlEvent& event) {
    if (pop_scope) {
        if (scopes.size() > 1 && scopes.back().depth == depth) scopes.pop_back();
        if (depth > 0) --depth;
    }
    pop_scope = event.kind == XmlEvent::Kind::end;
    if (event.kind != XmlEvent::Kind::start) return;
    ++depth;
    const XmlAttribute *base = nullptr, *language = nullptr;
    for (const XmlAttribute& attribute : event.attributes) {
        if (attribute.ns != xml_namespace) continue;
        if (attribute.name == "base" && !attribute.value.empty()) base = &attribute;
        if (attribute.name == "lang") language = &attribute;
    }
    if (base == nullptr && language == nullptr) return;
    Scope scope = scopes.back();
    scope.depth = depth;
    if (base != nullptr) scope.base = resolve_url(base->value, scope.base);
    if (language != nullptr) scope.language = language->value;
    scopes.push_back(std::move(scope));
}

XmlPull::XmlPull(std::unique_ptr<core::ByteSource> source)
    : impl_(std::make_unique<Impl>(std::move(source))) {}
XmlPull::~XmlPull() = default;
XmlPull::XmlPull(XmlPull&&) noexcept = default;
XmlPull& XmlPull::operator=(XmlPull&&) noexcept = default;

const XmlEvent& XmlPull::next() {
    while (impl_->given == impl_->count && !impl_->ended) impl_->parse_some();
    if (impl_->given < impl_->count) {
        const XmlEvent& event = impl_->events[impl_->given++];
        impl_->enter(event);
        return event;
    }
    return impl_->done;
}

const core::BadInput* XmlPull::broken() const {
    // Not before all events that came before have been given.
    return impl_->given == impl_->count && impl_->failure ? &*impl_->failure : nullptr;
}

std::size_t XmlPull::depth() const {
    return impl_->depth - (impl_->pop_scope ? 1 : 0);
}
const std::string& XmlPull::base() const {
    return impl_->scopes.back().base;
}
const std::string& XmlPull::language() const {
    return impl_->scopes.back().language;
}

std::string_view XmlEvent::attribute(std::string_view local, std::string_view uri) const {
    for (const XmlAttribute& attribute : attributes)
        if (attribute.name == local && attribute.ns == uri) return attribute.value;
    return {};
}

Problem cut_short(const core::BadInput& broken) {
    return {.code = broken.code(),
            .field = "body",
            .message = "the file breaks off within this article: " + std::string(broken.what()),
            .hint = {}};
}

std::string resolve_url(std::string_view reference, const std::string& base) {
    const std::string relative(reference);
    if (base.empty()) return relative;
    struct XmlFree {
        void operator()(xmlChar* text) const { xmlFree(text); }
    };
    const std::unique_ptr<xmlChar, XmlFree> built(
        xmlBuildURI(reinterpret_cast<const xmlChar*>(relative.c_str()),
                    reinterpret_cast<const xmlChar*>(base.c_str())));
    return built ? string(built.get()) : relative;
}

}  // namespace morgue::formats
