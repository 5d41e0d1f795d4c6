#include "cli/batch_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <morgue/error.hpp>
#include <set>

namespace morgue::cli {

namespace {

std::string read_all(std::istream& in) {
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
}

std::string contents(const std::string& path) {
    if (path == "-") return read_all(std::cin);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(Error::Kind::io, "cannot read " + path + ": " + std::strerror(errno),
                    "name a file of queries, or - for standard input");
    return read_all(file);
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t from = text.find_first_not_of(blanks);
    if (from == text.npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(blanks) - from + 1));
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return text;
}

char separator_of(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
    char best = ',';
    for (const char c : {';', '\t'})
        if (count(c) > count(best)) best = c;
    return best;
}

// The place of a column in the first row.
std::size_t find_column(const std::vector<std::string>& header, const std::string& column) {
    std::string all;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (lower(trimmed(header[i])) == lower(column)) return i;
        all += (i ? ", " : "the columns are: ") + trimmed(header[i]);
    }
    const bool number =
        !column.empty() && column.size() < 4 &&
        std::all_of(column.begin(), column.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto nth = number ? std::size_t(std::stoul(column)) : 0;
    if (nth >= 1 && nth <= header.size()) return nth - 1;
    throw Error(Error::Kind::usage, "--column: there is no column '" + column + "'", all);
}

// A name as a phrase; quotes cannot stand in one.
std::string as_phrase(std::string name) {
    std::replace(name.begin(), name.end(), '"', ' ');
    return '"' + name + '"';
}

}  // namespace

std::vector<std::vector<std::string>> csv_rows(std::string_view text) {
    const char separator = separator_of(text);
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool quoted = false;
    const auto end_row = [&] {
        if (row.size() > 1 || !row[0].empty()) rows.push_back(std::move(row));
        row.assign(1, {});
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            row.back() += '"';
            ++i;
        } else if (c == '"' && (quoted || row.back().empty())) {
            quoted = !quoted;
        } else if (quoted) {
            row.back() += c;
        } else if (c == separator) {
            row.emplace_back();
        } else if (c == '\n') {
            end_row();
        } else if (c != '\r') {
            row.back() += c;
        }
    }
    end_row();
    return rows;
}

std::vector<BatchQuery> queries_of_lines(const std::string& path) {
    std::vector<BatchQuery> out;
    const std::string text = contents(path);
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (std::string query = trimmed(rest.substr(0, end)); !query.empty())
            out.push_back({query, query});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

std::vector<BatchQuery> queries_of_column(const std::string& path, const std::string& column) {
    const auto rows = csv_rows(contents(path));
    if (rows.empty()) return {};
    const std::size_t at = find_column(rows.front(), column);
    std::vector<BatchQuery> out;
    std::set<std::string> seen;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (at >= rows[i].size()) continue;
        std::string name = trimmed(rows[i][at]);
        if (!name.empty() && seen.insert(name).second) out.push_back({name, as_phrase(name)});
    }
    return out;
}

}  // namespace morgue::cli
