#include "render/cite.hpp"

#include "render/dates.hpp"
#include "render/json_writer.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

std::string day(const Date& date) {
    const std::string iso = date.iso();
    return iso.substr(0, iso.find('T'));
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return grouped(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string found(const Citation& citation) {
    if (citation.articles == 0) return "It found nothing.";
    std::string out = "It found " + articles_text(citation.articles);
    if (citation.sources > 0) out += " of " + counted(citation.sources, "source", "sources");
    if (citation.earliest) {
        out += ", published " + day(*citation.earliest);
        if (day(*citation.earliest) != day(*citation.latest)) out += " to " + day(*citation.latest);
    }
    if (citation.undated > 0)
        out += (citation.earliest ? " (" : ", ") + grouped(citation.undated) + " undated" +
               (citation.earliest ? ")" : "");
    return out + "; fingerprint " + citation.fingerprint + ".";
}

}  // namespace

void text_citation(std::string& to, const Citation& citation, std::string_view version,
                   const Style& style) {
    const std::string text = "Search for " + citation.query + " on " + day(citation.made) +
                             " (UTC) with morgue " + std::string(version) + " in archive " +
                             citation.uuid + ", revision " + std::to_string(citation.revision) +
                             ", of " + articles_text(citation.all_articles) + ". " +
                             found(citation);
    paint_lines(to, style, Ink::plain, "", text);
}

void json_citation(std::string& to, const Citation& citation, std::string_view version) {
    const auto iso = [](const std::optional<Date>& date) {
        return date ? date->iso() : std::string();
    };
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1)).key("query").text(citation.query);
    json.key("archive").text(citation.uuid).key("revision").number(citation.revision);
    json.key("archive_articles").number(citation.all_articles);
    json.key("articles").number(citation.articles).key("sources").number(citation.sources);
    json.key("earliest").known(iso(citation.earliest)).key("latest").known(iso(citation.latest));
    json.key("undated").number(citation.undated);
    json.key("fingerprint").text(citation.fingerprint);
    json.key("made").text(citation.made.iso()).key("morgue").text(version).close('}');
    to += '\n';
}

}  // namespace morgue::render
