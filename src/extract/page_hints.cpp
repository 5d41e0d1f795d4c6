#include "extract/page_hints.hpp"

#include <algorithm>
#include <string>

namespace morgue::extract {

namespace {

struct Hint {
    std::string_view words;  // one or two words of a name
    PagePart part;
};

using enum PagePart;

// clang-format off
constexpr Hint hints[] = {
    {"about author", clutter},       {"ad", clutter},                 {"addthis", clutter},
    {"addtoany", clutter},           {"adsbygoogle", clutter},        {"ads", clutter},
    {"adslot", clutter},             {"advert", clutter},             {"advertisement", clutter},
    {"advertisements", clutter},     {"advertising", clutter},        {"adunit", clutter},
    {"adwrapper", clutter},
    {"alert", clutter},              {"also read", clutter},          {"anzeige", clutter},
    {"article author", byline},      {"article body", text},          {"article content", text},
    {"article copy", text},          {"article date", date},          {"article footer", clutter},
    {"article info", clutter},       {"article main", content},       {"article meta", clutter},
    {"article page", content},       {"article related", clutter},    {"article tags", clutter},
    {"article text", text},          {"articlebody", text},           {"articlecontent", text},
    {"articletext", text},           {"author", byline},              {"author bio", clutter},
    {"author box", clutter},         {"author description", clutter}, {"author info", clutter},
    {"author profile", clutter},     {"authorbio", clutter},          {"authorbox", clutter},
    {"auteur", byline},              {"auteurs", byline},             {"autore", byline},
    {"autores", byline},             {"autori", byline},              {"autoren", byline},
    {"autorin", byline},             {"redacteur", byline},           {"verfasser", byline},
    {"submitted", byline},           {"date author", byline},         {"author date", byline},
    {"author card", clutter},        {"disclosure", clutter},         {"disclosures", clutter},
    {"appstores", clutter},          {"app stores", clutter},         {"image box", caption},
    {"img caption", caption},        {"img description", caption},    {"image description", caption},
    {"about box", clutter},          {"author section", clutter},     {"mailform", clutter},
    {"authors", byline},             {"autor", byline},               {"back top", clutter},
    {"banner", clutter},             {"bio", clutter},                {"biography", clutter},
    {"blog content", content},
    {"body copy", text},             {"body text", text},             {"bodytext", text},
    {"bottom bar", clutter},         {"breadcrumb", clutter},         {"breadcrumbs", clutter},
    {"bookmark", clutter},
    {"byline", byline},              {"callout", clutter},            {"caption", caption},
    {"captions", caption},           {"carousel", clutter},           {"comment", comments},
    {"commentlist", comments},       {"comments", comments},          {"commenti", comments},
    {"comentarios", comments},       {"commentaires", comments},      {"kommentare", comments},
    {"cookielaw", consent},
    {"consent", consent},            {"content body", text},          {"content main", content},
    {"cookie", consent},             {"cookies", consent},            {"copyright", clutter},
    {"credit", caption},             {"credits", caption},            {"cta", clutter},
    {"date", date},                  {"dateline", date},              {"datetime", date},
    {"deck", deck},
    {"dek", deck},                   {"disclaimer", clutter},         {"disqus", comments},
    {"donate", clutter},             {"donation", clutter},           {"entry content", text},
    {"entry footer", clutter},       {"entry meta", clutter},         {"entry text", text},
    {"entrytext", text},             {"fb comments", comments},       {"facebook", clutter},
    {"feedback", clutter},           {"flyout", clutter},
    {"follow", clutter},             {"footer", clutter},             {"form", clutter},
    {"gallery caption", caption},    {"gdpr", consent},
    {"image caption", caption},      {"infolinks", clutter},
    {"inline related", clutter},     {"jump", clutter},               {"kicker", clutter},
    {"lead in", text},               {"legal", clutter},              {"lightbox", clutter},
    {"like", clutter},
    {"login", clutter},              {"main content", content},       {"main text", text},
    {"masthead", clutter},           {"maincontent", content},        {"menu", clutter},
    {"meta", clutter},               {"metadata", clutter},           {"mobile nav", clutter},
    {"modal", clutter},              {"more articles", clutter},      {"more from", clutter},
    {"more info", clutter},          {"more news", clutter},
    {"more on", clutter},            {"more stories", clutter},       {"mostpopular", clutter},
    {"most popular", clutter},       {"most read", clutter},          {"most viewed", clutter},
    {"mostread", clutter},           {"nav", clutter},                {"navbar", clutter},
    {"navi", clutter},               {"navigation", clutter},         {"news body", text},
    {"newsletter", clutter},         {"next post", clutter},          {"noprint", clutter},
    {"notice", clutter},             {"noticia texto", text},         {"outbrain", clutter},
    {"overlay", clutter},            {"pager", clutter},              {"pagination", clutter},
    {"paging", clutter},             {"partner", clutter},            {"paywall", clutter},
    {"photo caption", caption},      {"photo credit", caption},       {"popular", clutter},
    {"popup", clutter},              {"post author", byline},         {"post body", text},
    {"post content", text},          {"post date", date},             {"post entry", text},
    {"post footer", clutter},        {"post meta", clutter},          {"post nav", clutter},
    {"post navigation", clutter},    {"post tags", clutter},          {"post text", text},
    {"postbody", text},              {"postcontent", text},           {"postmeta", clutter},
    {"posttext", text},              {"prev next", clutter},          {"print", clutter},
    {"printer", clutter},            {"promo", clutter},              {"promoted", clutter},
    {"promotion", clutter},          {"promos", clutter},             {"published", date},
    {"pub date", date},              {"pubdate", date},               {"pullquote", clutter},
    {"pull quote", clutter},         {"pulled quote", clutter},
    {"rating", clutter},             {"read also", clutter},          {"read more", clutter},
    {"read next", clutter},          {"readmore", clutter},           {"recirc", clutter},
    {"recirculation", clutter},      {"recommend", clutter},          {"recommendation", clutter},
    {"recommendations", clutter},    {"recommended", clutter},        {"related", clutter},
    {"related articles", clutter},   {"related content", clutter},    {"related posts", clutter},
    {"relatedarticles", clutter},    {"relatedcontent", clutter},
    {"relatedposts", clutter},       {"relatedlinks", clutter},       {"replies", comments},
    {"respond", comments},           {"rrssb", clutter},              {"screen reader", clutter},
    {"see also", clutter},           {"share", clutter},
    {"sharebar", clutter},           {"sharedaddy", clutter},         {"sharetools", clutter},
    {"sharing", clutter},            {"shares", clutter},             {"shoutbox", clutter},
    {"sidebar", clutter},
    {"sidebars", clutter},           {"sign up", clutter},            {"signup", clutter},
    {"single content", text},        {"site header", clutter},        {"skip", clutter},
    {"skyscraper", clutter},         {"social", clutter},             {"socials", clutter},
    {"sociable", clutter},           {"sponsor", clutter},            {"sponsored", clutter},
    {"sr only", clutter},            {"standfirst", deck},            {"story body", text},
    {"story content", text},         {"story date", date},            {"story footer", clutter},
    {"story meta", clutter},         {"story text", text},            {"storybody", text},
    {"storytext", text},             {"subheading", deck},            {"subscribe", clutter},
    {"subscription", clutter},       {"subtitle", deck},              {"subheadline", deck},
    {"tag list", clutter},
    {"taboola", clutter},            {"tagcloud", clutter},           {"taglist", clutter},
    {"tags", clutter},               {"teaser", clutter},             {"teasers", clutter},
    {"text body", text},             {"theconversation article", text},
    {"time", date},                  {"timestamp", date},             
    {"tool bar", clutter},
    {"toolbar", clutter},            {"tools", clutter},              {"topics", clutter},
    {"trackback", comments},         {"trackbacks", comments},        {"trending", clutter},
    {"twitter", clutter},            {"tweet button", clutter},
    {"up next", clutter},            {"utility", clutter},            {"visually hidden", clutter},
    {"visuallyhidden", clutter},     {"whatsapp", clutter},           {"widget", clutter},
    {"widgets", clutter},            {"wp caption", caption},         {"writer", byline},
    {"dachzeile", kicker},           {"overline", kicker},            {"topline", kicker},
    {"roofline", kicker},            {"roof line", kicker},           {"eyebrow", kicker},
    {"rubric", kicker},              {"spitzmarke", kicker},          {"over title", kicker},
    {"overhead", kicker},            {"pre title", kicker},           {"pretitle", kicker},
    {"super title", kicker},         {"supertitle", kicker},          {"surtitre", kicker},
    {"antetitulo", kicker},          {"occhiello", kicker},           {"headline intro", kicker},
    {"yarpp", clutter},              {"zergnet", clutter},
};
// clang-format on

// Longer names are machine-made.
constexpr std::size_t longest_names = 300;

// A class of this beginning tells what an element has or lacks, not what it is.
constexpr std::string_view modifiers[] = {"has", "no",      "with", "is",
                                          "js",  "without", "hide", "show"};

struct HintTable {
    std::unordered_map<std::string_view, PagePart> parts;
    HintTable() {
        for (const auto& [words, part] : hints) parts.emplace(words, part);
    }
};

PagePart find_hint(std::string_view words) {
    static const HintTable table;
    const auto found = table.parts.find(words);
    return found == table.parts.end() ? unknown : found->second;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

// "articleBody__text" -> article, body, text.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const char c = name[at];
        if (!is_letter(c)) {
            inside = false;
            continue;
        }
        const bool hump = is_upper(c) && at > 0 && !is_upper(name[at - 1]);
        if (!inside || hump) words.emplace_back();
        inside = true;
        words.back() += is_upper(c) ? char(c + 32) : c;
    }
    return words;
}

// "category-newsletter", "tag-comments": what a post is about.
bool is_taxonomy(std::string_view name) {
    constexpr std::string_view prefixes[] = {"category-", "tag-", "cat-", "topic-", "format-", "type-"};
    return std::ranges::any_of(prefixes, [&](auto each) { return name.starts_with(each); });
}

PagePart part_of_name(std::string_view name) {
    if (is_taxonomy(name)) return unknown;
    const std::vector<std::string> words = words_of(name);
    if (words.empty() || std::ranges::find(modifiers, words.front()) != std::end(modifiers))
        return unknown;
    PagePart best = unknown;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (std::ranges::find(modifiers, words[at]) != std::end(modifiers)) {
            ++at;  // "section--has-ads" is a section
            continue;
        }
        best = std::max(best, find_hint(words[at]));
        if (at + 1 == words.size()) break;
        best = std::max(best, find_hint(words[at] + ' ' + words[at + 1]));
        best = std::max(best, find_hint(words[at] + words[at + 1]));
    }
    return best;
}

}  // namespace

PagePart part_named(std::string_view names) {
    names = names.substr(0, longest_names);
    PagePart best = unknown;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find_first_of(" \t\r\n"), names.size());
        best = std::max(best, part_of_name(names.substr(0, end)));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return best;
}

PagePart PageHints::look_up(std::string_view names) {
    const auto [found, is_new] = known_.try_emplace(names, unknown);
    if (is_new) found->second = part_named(names);
    return found->second;
}

PagePart PageHints::part(NodeId id) {
    PagePart best = unknown;
    for (const auto& [name, value] : tree_.attributes(id)) {
        if (name == "class" || name == "id" || name == "data-component" ||
            name == "data-testid" || name == "data-test" || name == "data-qa")
            best = std::max(best, look_up(value));
        else if (name == "itemprop" && (value == "articleBody" || value == "reviewBody"))
            return text;
        else if (name == "role" && (value == "navigation" || value == "complementary"))
            return clutter;
        else if (name == "aria-hidden" && value == "true")
            best = std::max(best, clutter);
    }
    return best;
}

}  // namespace morgue::extract
