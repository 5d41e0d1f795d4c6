#include "formats/jsonl_entities.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

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

struct TypeName {
    std::string_view name;
    Entity::Kind kind;
};
// As recognisers and annotators say it; in capitals, too.
// clang-format off
constexpr TypeName type_names[] = {
    {"person",       Entity::Kind::person},
    {"per",          Entity::Kind::person},
    {"organisation", Entity::Kind::organisation},
    {"organization", Entity::Kind::organisation},
    {"org",          Entity::Kind::organisation},
    {"place",        Entity::Kind::place},
    {"location",     Entity::Kind::place},
    {"loc",          Entity::Kind::place},
    {"gpe",          Entity::Kind::place},
};
// clang-format on

bool by_place(const Mention& a, const Mention& b) {
    return std::pair(a.where, a.begin) < std::pair(b.where, b.begin);
}

}  // namespace

std::optional<Entity::Kind> find_entity_type(std::string_view name) {
    const std::string lower = text::lower(name);
    for (const TypeName& type : type_names)
        if (type.name == lower) return type.kind;
    return std::nullopt;
}

struct EntityReader::Texts {
    Places headline, body;
};

EntityReader::EntityReader(Article& article, std::string_view headline, std::string_view body)
    : article_(article),
      texts_(std::make_unique<Texts>(
          Texts{Places(headline, article.headline), Places(body, article.body)})) {}

EntityReader::~EntityReader() = default;

void EntityReader::from(std::string where) {
    where_ = std::move(where);
    complained_ = false;
}

void EntityReader::complain(const std::string& message) {
    constexpr std::size_t most = 10;
    ++dropped_;
    if (complained_ || complaints_ == most) return;
    complained_ = true;
    ++complaints_;
    article_.problems.push_back(
        {.code = "entity-dropped", .field = "entities", .message = where_ + message, .hint = {}});
}

std::optional<Mention> EntityReader::mention(const dom::element& value) const {
    std::string_view field;
    std::uint64_t begin = 0, end = 0;
    if (value["field"].get(field) || value["start"].get(begin) || value["end"].get(end))
        return std::nullopt;
    if (field != "headline" && field != "body") return std::nullopt;
    const bool in_headline = field == "headline";
    const auto range = (in_headline ? texts_->headline : texts_->body).range(begin, end);
    if (!range) return std::nullopt;
    return Mention{in_headline ? Mention::Where::headline : Mention::Where::body, range->first,
                   range->second};
}

void EntityReader::read(const dom::element& value) {
    std::string_view type, name;
    const bool named = !value["type"].get(type) && !value["name"].get(name) && !name.empty();
    const auto kind = named ? find_entity_type(type) : std::nullopt;
    if (!kind) return complain("an entity lacks a name or a type that is known");
    Entity entity{*kind, text::one_line(text::compose(std::string(name))), {}};
    dom::array mentions;
    if (!value["mentions"].get(mentions)) {
        for (const dom::element each : mentions) {
            if (const auto found = mention(each)) {
                entity.mentions.push_back(*found);
            } else {
                complain("a mention of \"" + entity.name + "\" lies outside the text");
            }
        }
    }
    std::stable_sort(entity.mentions.begin(), entity.mentions.end(), by_place);
    article_.entities.push_back(std::move(entity));
}

void EntityReader::read_mention(const dom::element& value) {
    std::string_view type, name;
    const auto kind = value["type"].get(type) ? std::nullopt : find_entity_type(type);
    if (!kind) return complain("a mention lacks a type that is known");
    const auto found = mention(value);
    if (!found) return complain("a mention lies outside the text");
    if (value["name"].get(name) || name.empty()) {
        const std::string& text =
            found->where == Mention::Where::headline ? article_.headline : article_.body;
        name = std::string_view(text).substr(found->begin, found->end - found->begin);
    }
    add(*kind, text::one_line(text::compose(std::string(name))), *found);
}

void EntityReader::add(Entity::Kind kind, std::string name, const Mention& mention) {
    const auto same = std::find_if(
        article_.entities.begin(), article_.entities.end(),
        [&](const Entity& entity) { return entity.kind == kind && entity.name == name; });
    if (same == article_.entities.end()) {
        article_.entities.push_back({kind, std::move(name), {mention}});
        return;
    }
    auto& all = same->mentions;
    if (std::find(all.begin(), all.end(), mention) != all.end()) return;
    all.insert(std::upper_bound(all.begin(), all.end(), mention, by_place), mention);
}

void read_entities(const dom::element& value, Article& article) {
    dom::array entities;
    if (value.get(entities)) {
        article.problems.push_back({.code = "entity-dropped",
                                    .field = "entities",
                                    .message = "\"entities\" is not a list",
                                    .hint = {}});
        return;
    }
    article.entities_given = true;
    if (entities.begin() == entities.end()) return;
    const std::string headline =
        std::exchange(article.headline, text::one_line(text::compose(article.headline)));
    const std::string body =
        std::exchange(article.body, text::tidy_paragraphs(text::compose(article.body)));
    EntityReader reader(article, headline, body);
    for (const dom::element each : entities) reader.read(each);
}

}  // namespace morgue::formats
