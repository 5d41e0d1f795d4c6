#include "formats/jsonl_entities.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

namespace dom = simdjson::dom;

// Whether tidying makes white space of it.
bool is_gap(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || text::is_space(c);
}

// Where the n-th code point of a text as written is in the text as stored. The stored text is the
// written one composed, its white space tidied.
class Places {
public:
    Places(std::string_view written, std::string_view stored);

    // A byte range of the stored text, trimmed; nothing if it is empty or lies outside.
    std::optional<std::pair<std::uint32_t, std::uint32_t>> range(std::uint64_t begin,
                                                                 std::uint64_t end) const;

private:
    static constexpr std::uint32_t gap = 0xFFFFFFFF;
    void add(std::size_t count, std::size_t begin, std::size_t end);

    std::vector<std::uint32_t> starts_, ends_;  // by code point as written: bytes, or gap
};

// The end of the characters at `at` that compose to what `stored` begins with; `at` if none do.
std::size_t composed_end(std::string_view written, std::size_t at, std::string_view stored,
                         std::size_t& size) {
    std::size_t end = at;
    for (int longest = 8; longest > 0 && end < written.size(); --longest) {
        text::decode(written, end);
        const std::string composed = text::compose(std::string(written.substr(at, end - at)));
        size = composed.size();
        // A longer run may still change its last character.
        std::size_t further = end;
        const bool closed =
            end == written.size() || text::decode(written, further) < 0x300 || longest == 1;
        if (closed && stored.starts_with(composed)) return end;
    }
    return at;
}

Places::Places(std::string_view written, std::string_view stored) {
    starts_.reserve(written.size());
    ends_.reserve(written.size());
    std::size_t to = 0;
    for (std::size_t at = 0; at < written.size();) {
        std::size_t next = at;
        const char32_t c = text::decode(written, next);
        if (is_gap(c)) {
            add(1, gap, gap);
            at = next;
            continue;
        }
        std::size_t end = to;
        while (end < stored.size() && is_gap(text::decode(stored, end))) to = end;
        std::size_t size = next - at;
        const bool plain = c < 0x300 && (next == written.size() ||
                                         static_cast<unsigned char>(written[next]) < 0xCC);
        if (!plain || !stored.substr(to).starts_with(written.substr(at, size)))
            next = composed_end(written, at, stored.substr(to), size);
        if (next == at) return;  // the texts differ: nothing from here on can be placed
        add(text::code_points(written.substr(at, next - at)), to, to + size);
        to += size;
        at = next;
    }
}

void Places::add(std::size_t count, std::size_t begin, std::size_t end) {
    starts_.insert(starts_.end(), count, std::uint32_t(begin));
    ends_.insert(ends_.end(), count, std::uint32_t(end));
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> Places::range(std::uint64_t begin,
                                                                     std::uint64_t end) const {
    if (begin >= end || end > starts_.size()) return std::nullopt;
    while (begin < end && starts_[begin] == gap) ++begin;
    while (begin < end && starts_[end - 1] == gap) --end;
    if (begin == end) return std::nullopt;
    return std::pair(starts_[begin], ends_[end - 1]);
}

void complain(Article& article, const std::string& message) {
    for (const Problem& problem : article.problems)
        if (problem.code == "entity-dropped") return;
    article.problems.push_back(
        {.code = "entity-dropped", .field = "entities", .message = message, .hint = {}});
}

class EntityReader {
public:
    explicit EntityReader(Article& article);
    void read(const dom::element& value);

private:
    std::optional<Mention> mention(const dom::element& value) const;

    Article& article_;
    std::optional<Places> headline_, body_;
};

EntityReader::EntityReader(Article& article) : article_(article) {
    std::string headline = text::one_line(text::compose(article.headline));
    std::string body = text::tidy_paragraphs(text::compose(article.body));
    headline_.emplace(article.headline, headline);
    body_.emplace(article.body, body);
    article.headline = std::move(headline);
    article.body = std::move(body);
}

std::optional<Mention> EntityReader::mention(const dom::element& value) const {
    std::string_view field;
    std::uint64_t begin = 0, end = 0;
    if (value["field"].get(field) || value["start"].get(begin) || value["end"].get(end))
        return std::nullopt;
    if (field != "headline" && field != "body") return std::nullopt;
    const bool in_headline = field == "headline";
    const auto range = (in_headline ? headline_ : body_)->range(begin, end);
    if (!range) return std::nullopt;
    return Mention{in_headline ? Mention::Where::headline : Mention::Where::body, range->first,
                   range->second};
}

void EntityReader::read(const dom::element& value) {
    std::string_view type, name;
    const bool named = !value["type"].get(type) && !value["name"].get(name) && !name.empty();
    const auto kind = named ? find_kind(type) : std::nullopt;
    if (!kind) return complain(article_, "an entity lacks a name or a type that is known");
    Entity entity{*kind, text::one_line(text::compose(std::string(name))), {}};
    dom::array mentions;
    if (!value["mentions"].get(mentions)) {
        for (const dom::element each : mentions) {
            if (const auto found = mention(each)) {
                entity.mentions.push_back(*found);
            } else {
                complain(article_, "a mention of \"" + entity.name + "\" lies outside the text");
            }
        }
    }
    std::stable_sort(entity.mentions.begin(), entity.mentions.end(),
                     [](const Mention& a, const Mention& b) {
                         return std::pair(a.where, a.begin) < std::pair(b.where, b.begin);
                     });
    article_.entities.push_back(std::move(entity));
}

}  // namespace

void read_entities(const dom::element& value, Article& article) {
    dom::array entities;
    if (value.get(entities)) return complain(article, "\"entities\" is not a list");
    article.entities_given = true;
    if (entities.begin() == entities.end()) return;
    EntityReader reader(article);
    for (const dom::element each : entities) reader.read(each);
}

}  // namespace morgue::formats
