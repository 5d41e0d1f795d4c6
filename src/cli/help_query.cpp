// `morgue help query`: the forms of the query language, by group.
#include <algorithm>
#include <morgue/query_form.hpp>

#include "cli/help.hpp"

namespace morgue::cli {

namespace {

constexpr std::size_t margin = 2, column = 30, width = 80;

// Pieces put together to lines of at most `most` letters, unless one alone is longer.
std::vector<std::string> lines_of(const std::vector<std::string_view>& pieces,
                                  std::string_view between, std::size_t most) {
    std::vector<std::string> lines;
    for (const std::string_view piece : pieces) {
        if (lines.empty() || lines.back().size() + between.size() + piece.size() > most)
            lines.emplace_back();
        else
            lines.back() += between;
        lines.back() += piece;
    }
    return lines;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        words.push_back(text.substr(0, text.find(' ')));
        text.remove_prefix(std::min(text.size(), words.back().size() + 1));
    }
    return words;
}

// Examples on the left, what they mean on the right.
void append(std::string& out, const QueryForm& form) {
    const auto left = lines_of(examples(form), "  ", column - margin - 2);
    auto right = lines_of(words_of(form.means), " ", width - column);
    for (std::size_t i = 0; i < left.size() || i < right.size(); ++i) {
        std::string line(margin, ' ');
        if (i < left.size()) line += left[i];
        if (line.size() + 2 > column && i < right.size()) right.insert(right.begin() + long(i), "");
        if (i < right.size() && !right[i].empty()) {
            line.resize(column, ' ');
            line += right[i];
        }
        out += line + '\n';
    }
}

}  // namespace

std::string query_manual() {
    std::string out = "how queries are written\n";
    const QueryForm* before = nullptr;
    for (const QueryForm& form : query_forms()) {
        if (!before || before->group != form.group) {
            out += '\n';
            out += title(form.group);
            out += form.group == QueryForm::Group::fields
                       ? " (`morgue fields` lists them with their short names)\n"
                       : "\n";
        }
        append(out, form);
        before = &form;
    }
    return out +
           "\nA query with a mistake is read as best it can be, and what was wrong is printed; "
           "--strict\n"
           "makes it an error. --explain prints how a query is understood.\n";
}

}  // namespace morgue::cli
