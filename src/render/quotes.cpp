#include "render/quotes.hpp"

#include "render/dates.hpp"
#include "render/json_writer.hpp"
#include "render/separated.hpp"

namespace morgue::render {

namespace {

std::string published(const Article& article) {
    return article.published ? article.published->iso() : std::string();
}

std::string about(const Article& article) {
    std::string out;
    if (article.published) out += readable(*article.published) + " · ";
    if (!article.source.empty()) out += article.source + " · ";
    out += "id " + std::to_string(article.id);
    if (!article.headline.empty()) out += " · " + article.headline;
    return out;
}

}  // namespace

void text_quote(std::string& to, const QuoteView& view) {
    const auto& [article, quote, style] = view;
    const bool known = !quote.speaker.empty();
    paint_lines(to, style, known ? Ink::headline : Ink::faint, "",
                known ? quote.speaker : "(speaker not certain)");
    paint_lines(to, style, Ink::plain, "  ", "“" + quote.text + "”");
    paint_lines(to, style, Ink::faint, "  ", about(article));
    to += '\n';
}

void jsonl_quote(std::string& to, const QuoteView& view) {
    const auto& [article, quote, style] = view;
    const CodePoints points(article.body);
    JsonWriter json(to);
    json.open('{').key("id").number(std::uint64_t(article.id));
    json.key("speaker").known(quote.speaker).key("cue").text(quote.cue);
    json.key("quote").text(quote.text);
    json.key("start").number(std::uint64_t(points.before(quote.begin)));
    json.key("end").number(std::uint64_t(points.before(quote.end)));
    json.key("headline").known(article.headline).key("published").known(published(article));
    json.key("source").known(article.source).key("url").known(article.url).close('}');
    to += '\n';
}

void csv_quote_header(std::string& to, const Style& style) {
    Row row(to, style, csv);
    for (const auto* name :
         {"id", "speaker", "cue", "quote", "headline", "published", "source", "url"})
        row.add(name);
}

void csv_quote(std::string& to, const QuoteView& view) {
    const auto& [article, quote, style] = view;
    Row row(to, style, csv);
    row.add(std::uint64_t(article.id));
    for (const std::string& cell : {quote.speaker, quote.cue, quote.text, article.headline,
                                    published(article), article.source, article.url})
        row.add(cell);
}

}  // namespace morgue::render
