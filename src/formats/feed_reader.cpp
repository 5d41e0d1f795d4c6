#include "formats/feed_reader.hpp"

#include <optional>

#include "core/bad_input.hpp"
#include "formats/feed_item.hpp"
#include "formats/feed_text.hpp"
#include "formats/xml_pull.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t most_bytes = std::size_t(64) << 20;

// CDF says in attributes what RSS does in elements; their case varies.
std::string attribute(const XmlEvent& start, std::string_view name) {
    for (const XmlAttribute& each : start.attributes)
        if (is_name(each.name, name) && each.ns.empty()) return each.value;
    return {};
}

class FeedReader final : public Reader {
public:
    FeedReader(std::unique_ptr<core::ByteSource> source, const FeedDialect& dialect)
        : pull_(std::move(source)), dialect_(dialect) {}
    std::optional<core::Draft> next() override;

private:
    bool is_home(std::string_view ns) const;
    FeedElement read(const XmlEvent& start);
    FeedItem read_item(const XmlEvent& start);
    bool is_atom(std::string_view ns) const;
    std::string read_source();
    core::Draft finish(const FeedItem& item);

    XmlPull pull_;
    const FeedDialect dialect_;
    std::optional<std::string> home_;  // the namespace of the channel, whatever it is
    FeedChannel channel_;
    std::size_t items_ = 0;
};

bool FeedReader::is_home(std::string_view ns) const {
    const Vocabulary known = vocabulary(ns);
    return known == Vocabulary::none || known == dialect_.home || (home_ && ns == *home_);
}

std::optional<core::Draft> FeedReader::next() {
    while (true) {
        const XmlEvent& event = pull_.next();
        if (event.kind == XmlEvent::Kind::done) {
            if (const core::BadInput* broken = pull_.broken()) throw core::BadInput(*broken);
            return std::nullopt;
        }
        if (event.kind != XmlEvent::Kind::start) continue;
        if (is_name(event.name, dialect_.item) && is_home(event.ns)) {
            const FeedItem item = read_item(event);
            if (!is_no_article(item)) return finish(item);
            continue;
        }
        if (home_) {
            take_channel(read(event), channel_);
        } else if (is_name(event.name, dialect_.channel)) {
            home_ = event.ns;
            channel_.link = attribute(event, "href");
        }
    }
}

FeedElement FeedReader::read(const XmlEvent& start) {
    const bool home = is_home(start.ns);
    FeedElement element = read_element(pull_, start);
    if (home) element.vocabulary = dialect_.home;
    return element;
}

FeedItem FeedReader::read_item(const XmlEvent& start) {
    FeedItem item;
    for (const XmlAttribute& attribute : start.attributes)
        if (attribute.name == "about" && vocabulary(attribute.ns) == Vocabulary::rdf)
            item.about = attribute.value;
    item.address = attribute(start, "href");
    item.changed = attribute(start, "lastmod");
    item.language = pull_.language();
    while (true) {
        const XmlEvent& event = pull_.next();
        if (event.kind == XmlEvent::Kind::done || event.kind == XmlEvent::Kind::end) return item;
        if (event.kind != XmlEvent::Kind::start) continue;
        if (event.name == "source" && is_atom(event.ns)) {
            item.source = read_source();
        } else {
            item.parts.add(read(event));
            if (item.parts.bytes() > most_bytes)
                throw core::BadInput("item-too-large", "an item holds more than 64 MiB");
        }
    }
}

bool FeedReader::is_atom(std::string_view ns) const {
    return vocabulary(ns) == Vocabulary::atom || (dialect_.home == Vocabulary::atom && is_home(ns));
}

std::string FeedReader::read_source() {
    std::string title;
    while (true) {
        const XmlEvent& event = pull_.next();
        if (event.kind == XmlEvent::Kind::done || event.kind == XmlEvent::Kind::end) return title;
        if (event.kind != XmlEvent::Kind::start) continue;
        const FeedElement element = read(event);
        if (element.name == "title" && title.empty()) title = plain_line(element);
    }
}

core::Draft FeedReader::finish(const FeedItem& item) {
    const std::size_t number = ++items_;
    core::Draft made = draft(item, channel_);
    if (const core::BadInput* broken = pull_.broken()) {
        if (!has_text(made)) throw core::BadInput(*broken);
        made.article.problems.push_back(cut_short(*broken));
        return made;
    }
    if (item.parts.empty() && item.source.empty())
        throw core::BadRecord("item-empty", "item " + std::to_string(number) + " is empty");
    if (!has_text(made))
        made.article.problems.push_back(
            {.code = "no-text",
             .field = {},
             .message = "item " + std::to_string(number) + " has neither a title nor a text",
             .hint = {}});
    return made;
}

}  // namespace

std::unique_ptr<Reader> read_feed(std::unique_ptr<core::ByteSource> source,
                                  const FeedDialect& dialect) {
    return std::make_unique<FeedReader>(std::move(source), dialect);
}

}  // namespace morgue::formats
