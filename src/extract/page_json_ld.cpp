#include "extract/page_json_ld.hpp"

#include <simdjson.h>

#include <algorithm>
#include <unordered_map>

#include "extract/extract.hpp"
#include "extract/html_entities.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t most_depth = 64, most_values = 200, most_scripts = 50,
                      largest_script = 8 << 20;

// clang-format off
constexpr std::string_view article_types[] = {
    "AdvertiserContentArticle", "AnalysisNewsArticle", "Article", "AskPublicNewsArticle",
    "BackgroundNewsArticle", "BlogPosting", "DiscussionForumPosting", "LiveBlogPosting",
    "MedicalScholarlyArticle", "NewsArticle", "OpinionNewsArticle", "Report", "ReportageNewsArticle",
    "Review", "ReviewNewsArticle", "SatiricalArticle", "ScholarlyArticle", "SocialMediaPosting",
    "TechArticle",
};
constexpr std::string_view live_types[] = {"LiveBlogPosting"};
constexpr std::string_view page_types[] = {"AboutPage", "ItemPage", "WebPage"};
constexpr std::string_view organisation_types[] = {
    "Corporation", "NewsMediaOrganization", "Organization", "WebSite",
};
// clang-format on

template <std::size_t N>
bool is_one_of(std::string_view type, const std::string_view (&types)[N]) {
    if (type.starts_with("http")) type.remove_prefix(std::min(type.rfind('/') + 1, type.size()));
    return std::ranges::find(types, type) != std::end(types);
}

std::string clean(std::string_view text) {
    return text::one_line(decode_entities(text));
}

// A text, or the name of a thing, or the first of a list of either.
std::string text_of(element value, std::size_t depth = 0) {
    if (value.is_string()) return clean(value.get_string().value_unsafe());
    if (value.is_array() && depth < 4) {
        for (element each : array(value))
            if (std::string text = text_of(each, depth + 1); !text.empty()) return text;
    }
    if (value.is_object() && depth < 4) {
        for (const char* key : {"name", "@value", "@id"})
            if (element found; value[key].get(found) == simdjson::SUCCESS)
                return text_of(found, depth + 1);
    }
    return {};
}

std::string text_at(const object& thing, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        element found;
        if (thing[key].get(found) != simdjson::SUCCESS) continue;
        if (std::string text = text_of(found); !text.empty()) return text;
    }
    return {};
}

template <std::size_t N>
bool has_type(const object& thing, const std::string_view (&types)[N]) {
    element type;
    if (thing["@type"].get(type) != simdjson::SUCCESS) return false;
    if (type.is_string()) return is_one_of(std::string_view(type), types);
    if (!type.is_array()) return false;
    for (element each : array(type))
        if (each.is_string() && is_one_of(std::string_view(each), types)) return true;
    return false;
}

struct Author {
    std::string name;
    bool is_organisation = false;
};

// The things of all scripts of a page, those inside "@graph" and lists among them.
class Things {
public:
    void add(element value) {
        std::vector<std::pair<element, std::size_t>> open{{value, 0}};
        while (!open.empty()) {
            const auto [next, depth] = open.back();
            open.pop_back();
            if (depth > most_depth || all_.size() > most_values) continue;
            if (next.is_array()) {
                const array list(next);
                std::vector<element> items(list.begin(), list.end());
                for (auto at = items.rbegin(); at != items.rend(); ++at)
                    open.emplace_back(*at, depth + 1);
            } else if (next.is_object()) {
                add_thing(object(next));
                for (const char* key : {"mainEntity", "mainEntityOfPage", "@graph"})
                    if (element inner; next[key].get(inner) == simdjson::SUCCESS)
                        open.emplace_back(inner, depth + 1);
            }
        }
    }

    template <std::size_t N>
    const object* first(const std::string_view (&types)[N]) const {
        const auto found =
            std::ranges::find_if(all_, [&](const object& each) { return has_type(each, types); });
        return found == all_.end() ? nullptr : &*found;
    }

    // Where a thing only refers to another ({"@id": ...}), the other.
    object resolve(const object& thing) const {
        std::string_view id;
        element name;
        if (thing["name"].get(name) == simdjson::SUCCESS) return thing;
        if (thing["@id"].get(id) != simdjson::SUCCESS) return thing;
        const auto found = by_id_.find(std::string(id));
        return found == by_id_.end() ? thing : found->second;
    }

private:
    void add_thing(const object& thing) {
        all_.push_back(thing);
        std::string_view id;
        element name;
        if (thing["@id"].get(id) == simdjson::SUCCESS &&
            thing["name"].get(name) == simdjson::SUCCESS)
            by_id_.emplace(id, thing);
    }

    std::vector<object> all_;
    std::unordered_map<std::string, object> by_id_;
};

void add_author(const Things& things, element value, std::vector<Author>& to) {
    if (value.is_string()) {
        to.push_back({clean(std::string_view(value)), false});
    } else if (value.is_object()) {
        const object thing = things.resolve(object(value));
        element name;
        if (thing["name"].get(name) != simdjson::SUCCESS) return;
        const bool organisation = has_type(thing, organisation_types);
        if (name.is_array())
            for (element each : array(name)) to.push_back({text_of(each), organisation});
        else
            to.push_back({text_of(name), organisation});
    }
}

// Persons, or where there is none what else is given.
std::vector<std::string> authors_of(const Things& things, const object& article) {
    std::vector<Author> found;
    for (const char* key : {"author", "creator"}) {
        element value;
        if (!found.empty() || article[key].get(value) != simdjson::SUCCESS) continue;
        if (!value.is_array())
            add_author(things, value, found);
        else
            for (element each : array(value)) add_author(things, each, found);
    }
    const bool persons =
        std::ranges::any_of(found, [](auto& each) { return !each.is_organisation; });
    std::vector<std::string> names;
    for (const Author& each : found)
        if (each.is_organisation != persons && !each.name.empty() && names.size() < most_values)
            names.push_back(each.name);
    return names;
}

std::vector<std::string> keywords_of(const object& article) {
    element value;
    std::vector<std::string> words;
    if (article["keywords"].get(value) != simdjson::SUCCESS) return words;
    if (!value.is_array()) return {text_of(value)};
    for (element each : array(value))
        if (words.size() < most_values) words.push_back(text_of(each));
    return words;
}

bool is_false(simdjson::simdjson_result<element> value) {
    bool free = true;
    std::string_view text;
    if (value.get(free) == simdjson::SUCCESS) return !free;
    return value.get(text) == simdjson::SUCCESS && text::lower(text) == "false";
}

void take(std::string& to, std::string value) {
    if (to.empty()) to = std::move(value);
}

void read_article(const Things& things, const object& thing, LinkedData& to) {
    take(to.headline, text_at(thing, {"headline", "name"}));
    take(to.name, text_at(thing, {"name"}));
    take(to.subheadline, text_at(thing, {"alternativeHeadline"}));
    take(to.description, text_at(thing, {"description"}));
    std::string_view body;
    if (thing["articleBody"].get(body) == simdjson::SUCCESS) take(to.body, fragment_text(body));
    to.is_live_blog = has_type(thing, live_types);
    to.is_paid = is_false(thing["isAccessibleForFree"]);
    take(to.section, text_at(thing, {"articleSection"}));
    take(to.copyright, text_at(thing, {"copyrightNotice"}));
    take(to.url, text_at(thing, {"url", "mainEntityOfPage"}));
    to.authors = authors_of(things, thing);
    to.keywords = keywords_of(thing);
}

void read_common(const Things& things, const object& thing, LinkedData& to) {
    take(to.published, text_at(thing, {"datePublished", "dateCreated", "uploadDate"}));
    take(to.modified, text_at(thing, {"dateModified"}));
    take(to.language, text_at(thing, {"inLanguage"}));
    object publisher;
    if (thing["publisher"].get(publisher) == simdjson::SUCCESS)
        take(to.publisher, text_at(things.resolve(publisher), {"name"}));
}

// ---- broken JSON

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Without the comment or CDATA section that some wrap it in, and what follows its last bracket.
std::string_view inside_wrapping(std::string_view script) {
    const auto trim = [&] {
        while (!script.empty() && is_space(script.front())) script.remove_prefix(1);
    };
    trim();
    for (std::string_view start : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["}) {
        if (!script.starts_with(start)) continue;
        script.remove_prefix(start.size());
        trim();
    }
    if (const std::size_t end = script.rfind("]]>"); end != script.npos) {
        const std::string_view after = script.substr(end + 3);
        if (after.find_first_of("}]") == after.npos) script = script.substr(0, end);
    }
    return script.substr(0, script.find_last_of("}]") + 1);
}

// Line ends and tabs within strings become blanks, a comma before a closing bracket goes, so do
// escapes that JSON does not know.
std::string repaired(std::string_view script) {
    std::string out;
    bool in_string = false;
    for (std::size_t at = 0; at < script.size(); ++at) {
        char c = script[at];
        if (in_string && c == '\\' && at + 1 < script.size()) {
            const bool known =
                std::string_view("\"\\/bfnrtu").find(script[at + 1]) != std::string_view::npos;
            if (known) out += c;
            c = script[++at];
        } else if (c == '"') {
            in_string = !in_string;
        } else if (!in_string && (c == '}' || c == ']')) {
            while (!out.empty() && is_space(out.back())) out.pop_back();
            if (!out.empty() && out.back() == ',') out.pop_back();
        }
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out;
}

// The text after the first `"key":`, in what is no JSON at all.
std::string loose_text(std::string_view script, std::string_view key) {
    std::size_t at = script.find('"' + std::string(key) + '"');
    if (at == script.npos) return {};
    at += key.size() + 2;
    while (at < script.size() && (is_space(script[at]) || script[at] == ':')) ++at;
    if (at >= script.size() || script[at] != '"') return {};
    std::size_t end = ++at;
    while (end < script.size() && script[end] != '"' && script[end] != '\n')
        end += script[end] == '\\' ? 2 : 1;
    if (end >= script.size()) return {};
    simdjson::dom::parser parser;
    std::string_view text;
    const std::string quoted(script.substr(at - 1, end - at + 2));
    return parser.parse(repaired(quoted)).get(text) == simdjson::SUCCESS ? clean(text) : "";
}

void read_loosely(std::string_view script, LinkedData& to) {
    take(to.published, loose_text(script, "datePublished"));
    take(to.modified, loose_text(script, "dateModified"));
    take(to.headline, loose_text(script, "headline"));
}

}  // namespace

LinkedData read_linked_data(const std::vector<std::string_view>& scripts) {
    // A parsed document lives in its parser.
    std::vector<std::unique_ptr<simdjson::dom::parser>> parsers;
    Things things;
    LinkedData data;
    for (std::string_view script : scripts) {
        const std::string_view json = inside_wrapping(script);
        if (json.empty() || json.size() > largest_script) continue;
        if (parsers.size() == most_scripts) break;
        auto& parser = parsers.emplace_back(std::make_unique<simdjson::dom::parser>());
        element root;
        if (parser->parse(json.data(), json.size()).get(root) == simdjson::SUCCESS ||
            parser->parse(repaired(json)).get(root) == simdjson::SUCCESS)
            things.add(root);
        else
            read_loosely(json, data);
    }
    if (const object* article = things.first(article_types)) {
        data.is_article = true;
        read_article(things, *article, data);
        read_common(things, *article, data);
    }
    if (const object* page = things.first(page_types)) {
        read_common(things, *page, data);
        take(data.description, text_at(*page, {"description"}));
    }
    for (const auto* types : {&organisation_types})
        if (const object* publisher = things.first(*types))
            take(data.publisher, text_at(*publisher, {"name"}));
    return data;
}

}  // namespace morgue::extract
