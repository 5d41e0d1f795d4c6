#include "formats/csv_rows.hpp"

#include <algorithm>
#include <cstring>

#include "core/bad_input.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t longest_row = std::size_t(16) << 20;
constexpr unsigned most_lost = 20;  // each may cost a look at longest_row bytes

bool ends_row(char c) {
    return c == '\n' || c == '\r';
}

// Whether the quote at `at` closes its field: nothing but blanks stand before the delimiter or
// the end of the row. Others are part of the text, as careless programs write it.
bool closes(std::string_view text, std::size_t at, char delimiter) {
    const std::size_t next = std::min(text.find_first_not_of(' ', at + 1), text.size());
    return next == text.size() || text[next] == delimiter || ends_row(text[next]);
}

// Where the quoted field that begins behind a quote at `at` - 1 ends: at its closing quote; npos if
// it is not closed.
std::size_t quoted_end(std::string_view text, std::size_t at, char delimiter) {
    for (;; ++at) {
        at = text.find('"', at);
        if (at == text.npos) return at;
        if (at + 1 < text.size() && text[at + 1] == '"')
            ++at;
        else if (closes(text, at, delimiter))
            return at;
    }
}

// Doubled quotes made single, in place.
std::size_t unquote(char* text, std::size_t size) {
    auto* const first = static_cast<char*>(std::memchr(text, '"', size));
    if (first == nullptr) return size;
    char* to = first;
    for (const char* from = first; from < text + size; ++from) {
        *to++ = *from;
        if (*from == '"' && from + 1 < text + size && from[1] == '"') ++from;
    }
    return std::size_t(to - text);
}

}  // namespace

void csv::scan_row(std::string_view text, char delimiter, Scan& to) {
    to.fields.clear();
    to.end = Scan::End::at_text_end;
    const auto is_stop = [&](char c) { return c == delimiter || ends_row(c); };
    for (std::size_t at = 0;;) {
        const bool quoted = at < text.size() && text[at] == '"';
        std::size_t end = at;
        if (quoted) {
            end = quoted_end(text, at + 1, delimiter);
            if (end == text.npos) to.end = Scan::End::in_quotes;
            to.fields.push_back({at + 1, std::min(end, text.size()), true});
        }
        while (end < text.size() && !is_stop(text[end])) ++end;
        if (!quoted) to.fields.push_back({at, end, false});
        to.size = std::min(end, text.size());
        if (end >= text.size()) return;
        if (text[end] != delimiter) {
            to.end = Scan::End::at_line_end;
            return;
        }
        at = end + 1;
    }
}

CsvRows::CsvRows(std::unique_ptr<core::ByteSource> source, char delimiter)
    : source_(std::move(source)), delimiter_(delimiter), buffer_(std::size_t(1) << 18, '\0') {}

// Makes room, growing only for rows that are longer than the buffer; half of it is read at least,
// since the row is looked at again from its beginning.
void CsvRows::fill() {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    if (end_ > buffer_.size() / 2) buffer_.resize(buffer_.size() * 2);
    const std::size_t wanted = end_ + buffer_.size() / 4;
    while (!at_end_ && end_ < wanted) {
        const std::size_t got = source_->read(buffer_.data() + end_, buffer_.size() - end_);
        end_ += got;
        at_end_ = got == 0;
    }
}

// Finds the row at begin_; false if there is none that has an end.
bool CsvRows::find_row() {
    for (;;) {
        const std::string_view rest(buffer_.data() + begin_, end_ - begin_);
        csv::scan_row(rest, delimiter_, row_);
        // A line end is \r\n only if the next byte says so.
        if (row_.end == csv::Scan::End::at_line_end && row_.size + 1 < rest.size()) return true;
        if (at_end_) return row_.end != csv::Scan::End::in_quotes;
        if (rest.size() > longest_row) return false;
        fill();
    }
}

void CsvRows::drop_line() {
    for (;; begin_ = end_, fill()) {
        const void* const found = std::memchr(buffer_.data() + begin_, '\n', end_ - begin_);
        if (found == nullptr && !at_end_) continue;
        begin_ = found == nullptr
                     ? end_
                     : std::size_t(static_cast<const char*>(found) - buffer_.data()) + 1;
        return;
    }
}

void CsvRows::lose_line() {
    const std::string where = "line " + std::to_string(line_);
    const bool open = row_.end == csv::Scan::End::in_quotes;
    drop_line();
    next_line_ = line_ + 1;
    if (++lost_ > most_lost)
        throw core::BadInput("csv-broken", where + ": too many rows have no end");
    if (open) throw core::BadRecord("csv-unclosed-quote", where + ": a quote is not closed");
    throw core::BadRecord("record-too-long", where + ": a row has more than " +
                                                 std::to_string(longest_row >> 20) + " MiB");
}

const CsvRows::Row* CsvRows::next() {
    for (;;) {
        line_ = next_line_;
        if (!find_row()) lose_line();
        if (begin_ == end_) return nullptr;
        const bool blank = row_.fields.size() == 1 && row_.size == 0;
        take_fields();
        if (!blank) return &fields_;
    }
}

void CsvRows::take_fields() {
    char* const row = buffer_.data() + begin_;
    next_line_ += std::uint64_t(std::count(row, row + row_.size, '\n'));
    fields_.clear();
    for (const auto& [begin, end, quoted] : row_.fields) {
        const std::size_t size = quoted ? unquote(row + begin, end - begin) : end - begin;
        fields_.emplace_back(row + begin, size);
    }
    begin_ += row_.size;
    if (begin_ < end_ && buffer_[begin_] == '\r') ++begin_;
    if (begin_ < end_ && buffer_[begin_] == '\n') ++begin_;
    ++next_line_;
}

std::vector<std::vector<std::string>> first_rows(std::string_view text, char delimiter,
                                                 std::size_t most) {
    std::vector<std::vector<std::string>> rows;
    csv::Scan scan;
    while (rows.size() < most && !text.empty()) {
        csv::scan_row(text, delimiter, scan);
        if (scan.end != csv::Scan::End::at_line_end && !rows.empty()) break;
        auto& row = rows.emplace_back();
        for (const csv::Field& field : scan.fields)
            row.emplace_back(text.substr(field.begin, field.end - field.begin));
        text.remove_prefix(std::min(text.find_first_not_of("\r\n", scan.size), text.size()));
    }
    return rows;
}

char find_delimiter(std::string_view head) {
    constexpr std::size_t looked_at = 20;
    char best = 0;
    double most = 0;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const auto rows = first_rows(head, delimiter, looked_at);
        if (rows.empty() || rows.front().size() < 2) continue;
        const auto alike = std::ranges::count_if(
            rows, [&](const auto& row) { return row.size() == rows.front().size(); });
        const double share = double(alike) / double(rows.size());
        const double rating = share * share * double(rows.front().size());
        if (rating <= most) continue;
        most = rating;
        best = delimiter;
    }
    return best;
}

std::size_t separator_line(std::string_view head) {
    if (!head.starts_with("sep=") || head.size() < 6 || !ends_row(head[5])) return 0;
    return head.substr(5, 2) == "\r\n" ? 7 : 6;
}

}  // namespace morgue::formats
