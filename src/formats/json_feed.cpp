// JSON Feed 1.0 and 1.1 (jsonfeed.org).
#include <algorithm>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/feed_item.hpp"
#include "formats/feed_text.hpp"
#include "formats/json_items.hpp"
#include "formats/json_value.hpp"
#include "formats/xml_pull.hpp"

namespace morgue::formats {

namespace {

constexpr std::string_view item_lists[] = {"items"};

// What the feed says for all its items, as far as it was read.
struct Channel {
    std::string title, link, language;
    std::vector<std::string> authors;
};

// Version 1.1 has a list of authors, version 1 a single one.
std::vector<std::string> authors(const JsonObject& object) {
    std::vector<std::string> names = json_names(object["authors"]);
    return names.empty() ? json_names(object["author"]) : names;
}

Channel read_channel(const JsonObject& feed) {
    return {.title = json_text(feed["title"]),
            .link = json_text(feed["home_page_url"]),
            .language = language_tag(json_text(feed["language"])),
            .authors = authors(feed)};
}

core::Draft read_item(const JsonObject& item, const Channel& channel) {
    core::Draft draft;
    Article& article = draft.article;
    article.guid = json_text(item["id"]);
    const std::string url = json_text(item["url"]);
    if (!url.empty()) article.url = resolve_url(url, channel.link);
    article.headline = json_text(item["title"]);
    article.summary = json_text(item["summary"]);
    draft.body_html = json_text(item["content_html"]);
    if (is_blank(draft.body_html)) article.body = json_text(item["content_text"]);
    draft.published.push_back(json_text(item["date_published"]));
    draft.updated.push_back(json_text(item["date_modified"]));
    std::vector<std::string> names = authors(item);
    put_authors(names.empty() ? channel.authors : std::move(names), article);
    article.keywords = json_names(item["tags"]);
    article.source = channel.title;
    const std::string language = json_text(item["language"]);
    article.language = language.empty() ? channel.language : language_tag(language);
    return draft;
}

// Items in which there is nothing to read are passed over.
class JsonFeedReader final : public Reader {
public:
    explicit JsonFeedReader(std::unique_ptr<core::ByteSource> source)
        : items_(std::move(source), {.arrays = item_lists, .wrappers = {}}) {}

    std::optional<core::Draft> next() override;

private:
    void update_channel();

    JsonItems items_;
    simdjson::dom::parser parser_;
    Channel channel_;
    std::size_t envelope_ = 0;  // its size when the channel was read
    std::size_t number_ = 0;
};

// Members of the feed may stand before or behind its items.
void JsonFeedReader::update_channel() {
    if (items_.envelope_size() == envelope_) return;
    envelope_ = items_.envelope_size();
    const std::string envelope = items_.envelope();
    JsonObject feed;
    if (!parser_.parse(envelope).get(feed)) channel_ = read_channel(feed);
}

std::optional<core::Draft> JsonFeedReader::next() {
    static_assert(JsonItems::padding >= simdjson::SIMDJSON_PADDING);
    while (const auto text = items_.next()) {
        ++number_;
        update_channel();
        JsonObject item;
        if (const auto error = parser_.parse(text->data(), text->size(), false).get(item))
            throw core::BadRecord("json-broken", "item " + std::to_string(number_) + ": " +
                                                     simdjson::error_message(error));
        core::Draft draft = read_item(item, channel_);
        if (has_text(draft)) return draft;
    }
    return std::nullopt;
}

int matches(std::string_view head, std::string_view) {
    const auto keys = json_keys(head);
    const auto has = [&](std::string_view key) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    if (!has("items")) return 0;
    if (has("version") && head.find("jsonfeed.org/version") != head.npos) return 98;
    return has("home_page_url") || has("feed_url") || (has("version") && has("title")) ? 80 : 0;
}

std::unique_ptr<Reader> open_json_feed(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<JsonFeedReader>(std::move(source));
}

}  // namespace

const Format json_feed_format{"jsonfeed", "JSON feeds, 1.0 and 1.1", matches, open_json_feed};

}  // namespace morgue::formats
