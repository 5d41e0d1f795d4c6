// Markdown (CommonMark): articles one after the other. Nothing in an article is read as markup.
#include <algorithm>

#include "render/clean.hpp"
#include "render/dates.hpp"
#include "render/output.hpp"

namespace morgue::render {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A mark that would begin a heading, list, quote, rule or table where it begins a line.
bool begins_block(std::string_view line) {
    if (line.empty()) return false;
    if (std::string_view("#+-=:>|").find(line.front()) != line.npos) return true;
    return false;
}

// "1." and "1)" begin a list.
std::size_t list_number(std::string_view line) {
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    const bool marked =
        digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    return marked ? digits : 0;
}

void add_line(std::string& to, std::string_view line) {
    const std::size_t blank = std::min(line.find_first_not_of(" \t"), line.size());
    line.remove_prefix(blank);
    if (begins_block(line)) to += '\\';
    const std::size_t number = list_number(line);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool mark = std::string_view("\\`*_[]<>&~$").find(line[i]) != std::string_view::npos;
        if ((mark && !(i == 0 && begins_block(line))) || (number && i == number)) to += '\\';
        to += line[i];
    }
}

std::string escaped_lines(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        add_line(out, text.substr(0, end));
        if (end == text.size()) return out;
        out += "\\\n";  // a line end that shows
        text.remove_prefix(end + 1);
    }
}

std::string escaped_line(std::string_view text) {
    return escaped_lines(clean_line(text));
}

void add_paragraphs(std::string& to, std::string_view text, std::string_view prefix = {}) {
    bool first = true;
    for (const std::string& paragraph : clean_paragraphs(text)) {
        if (!prefix.empty() && !first) to.append(prefix, 0, prefix.size() - 1).append("\n");
        first = false;
        std::string lines = escaped_lines(paragraph);
        for (std::size_t at = lines.find('\n'); at != lines.npos && !prefix.empty();
             at = lines.find('\n', at + 1))
            lines.insert(at + 1, prefix);
        to.append(prefix).append(lines).append(prefix.empty() ? "\n\n" : "\n");
    }
    if (!prefix.empty() && !first) to += '\n';
}

std::string about(const Article& article) {
    std::string out;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) out.append(out.empty() ? "" : " · ").append(part);
    };
    add(escaped_line(article.byline));
    add(escaped_line(article.source));
    add(escaped_line(article.section));
    if (article.published) add(readable(*article.published));
    return out;
}

std::string tags(const Article& article) {
    std::string out;
    for (const std::string& tag : article.tags)
        out.append(out.empty() ? "" : ", ").append(escaped_line(tag));
    return out;
}

}  // namespace

void markdown_begin(std::string& to, const Document& document) {
    to += "# " + (document.title.empty() ? "All articles" : escaped_line(document.title)) + "\n\n";
}

void markdown_article(std::string& to, const Article& article, const Document&, std::size_t) {
    to += "## " + (article.headline.empty() ? "(no headline)" : escaped_line(article.headline));
    to += "\n\n";
    if (!article.subheadline.empty()) to += "**" + escaped_line(article.subheadline) + "**\n\n";
    if (const std::string line = about(article); !line.empty()) to += line + "\n\n";
    if (const auto url = link_to(article.url); !url.empty()) to += "<" + url + ">\n\n";
    add_paragraphs(to, article.summary, "> ");
    if (!article.dateline.empty()) to += escaped_line(article.dateline) + "\n\n";
    add_paragraphs(to, article.body);
    if (!article.tags.empty()) to += "Tags: " + tags(article) + "\n\n";
    if (!article.note.empty()) to += "Note:\n\n";
    add_paragraphs(to, article.note, "> ");
}

}  // namespace morgue::render
