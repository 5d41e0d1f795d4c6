#include "formats/wire_frames.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/bad_input.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t longest_message = std::size_t(8) << 20, chunk = 65536;

bool is_digits(std::string_view text, std::size_t size) {
    return text.size() == size && text.find_first_not_of("0123456789") == text.npos;
}

// English, and German where it differs.
struct Month {
    std::string_view name, number;
};
// clang-format off
constexpr std::array months{
    Month{"jan", "01"}, Month{"feb", "02"}, Month{"mar", "03"}, Month{"mär", "03"},
    Month{"mrz", "03"}, Month{"apr", "04"}, Month{"may", "05"}, Month{"mai", "05"},
    Month{"jun", "06"}, Month{"jul", "07"}, Month{"aug", "08"}, Month{"sep", "09"},
    Month{"oct", "10"}, Month{"okt", "10"}, Month{"nov", "11"}, Month{"dec", "12"},
    Month{"dez", "12"},
};
// clang-format on

std::string_view month_number(const std::string& word) {
    const std::string small = text::lower(word);
    for (const Month& month : months)
        if (small.starts_with(month.name)) return month.number;
    return {};
}

std::string century(const std::string& year) {
    return year.size() == 4 ? year : (year >= "70" ? "19" : "20") + year;
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> all;
    const std::string line = text::one_line(text);
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        all.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

// "131137", maybe a zone, "Nov", "13".
std::string iptc_date(const std::vector<std::string>& all, std::size_t i) {
    if (!is_digits(all[i], 6)) return {};
    const bool zoned = i + 1 < all.size() && (all[i + 1] == "GMT" || all[i + 1] == "UTC");
    const std::size_t at = i + (zoned ? 2 : 1);
    if (at + 1 >= all.size()) return {};
    const std::string_view month = month_number(all[at]);
    const std::string& year = all[at + 1];
    if (month.empty() || !(is_digits(year, 2) || is_digits(year, 4))) return {};
    return century(year) + '-' + std::string(month) + '-' + all[i].substr(0, 2) + 'T' +
           all[i].substr(2, 2) + ':' + all[i].substr(4, 2) + (zoned ? "Z" : "");
}

// "AP-WF-11-13-13" and "1509GMT<".
std::string anpa_date(const std::vector<std::string>& all, std::size_t i) {
    if (all[i].size() < 8) return {};
    const std::string day = all[i].substr(all[i].size() - 8);
    const bool is_day = is_digits(day.substr(0, 2), 2) && is_digits(day.substr(3, 2), 2) &&
                        is_digits(day.substr(6), 2) && day[2] == '-' && day[5] == '-';
    if (!is_day) return {};
    std::string date = century(day.substr(6)) + '-' + day.substr(0, 2) + '-' + day.substr(3, 2);
    const std::string time = i + 1 < all.size() ? all[i + 1] : std::string();
    if (!is_digits(time.substr(0, 4), 4)) return date;
    date += 'T' + time.substr(0, 2) + ':' + time.substr(2, 2);
    return time.substr(4).starts_with("GMT") ? date + 'Z' : date;
}

}  // namespace

bool WireFrames::fill() {
    buffer_.erase(0, std::exchange(begin_, 0));
    const std::size_t size = buffer_.size();
    buffer_.resize(size + chunk);
    const std::size_t got = source_->read(buffer_.data() + size, chunk);
    buffer_.resize(size + got);
    return got > 0;
}

bool WireFrames::skip_to_message() {
    while (true) {
        begin_ = std::min(buffer_.find(soh, begin_), buffer_.size());
        if (begin_ < buffer_.size()) {
            ++begin_;
            return true;
        }
        if (!fill()) return false;
    }
}

// How long the message is: up to its EOT, the next SOH or the end of the file.
std::size_t WireFrames::find_end() {
    for (std::size_t size = 0;;) {
        const std::size_t at = buffer_.find_first_of("\x01\x04", begin_ + size);
        if (at != buffer_.npos) return at - begin_;
        size = buffer_.size() - begin_;
        if (size > longest_message) {
            begin_ = buffer_.size();
            throw core::BadRecord("record-too-long", "a message has more than 8 MiB");
        }
        if (!fill()) return size;
    }
}

std::optional<WireMessage> WireFrames::next() {
    while (skip_to_message()) {
        const std::size_t size = find_end();
        const std::string_view all = std::string_view(buffer_).substr(begin_, size);
        const bool closed = begin_ + size < buffer_.size() && buffer_[begin_ + size] == eot;
        begin_ += size;
        const std::size_t text = all.find(stx);
        if (text == all.npos) continue;
        const std::size_t trailer = std::min(all.find(etx, text), all.size());
        WireMessage message{.header = std::string(all.substr(0, text)),
                            .text = std::string(all.substr(text + 1, trailer - text - 1)),
                            .trailer = {},
                            .closed = closed};
        if (trailer < all.size()) message.trailer = all.substr(trailer + 1);
        return message;
    }
    return std::nullopt;
}

bool is_framed_wire(std::string_view head) {
    constexpr std::size_t shortest_header = 8, longest_header = 2000;
    const std::size_t begin = head.find_first_not_of("\x16\r\n ");
    if (begin > 64 || head[begin] != soh) return false;
    const std::string_view header = head.substr(begin + 1, head.find(stx, begin) - begin - 1);
    if (header.size() < shortest_header || header.size() > longest_header) return false;
    const auto shown = std::ranges::count_if(header, [](char c) { return c >= ' ' && c < 0x7F; });
    return header.find('\0') == header.npos && std::size_t(shown) * 2 > header.size();
}

std::vector<std::string> wire_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        for (char& c : line)
            if (static_cast<unsigned char>(c) < ' ' && c != '\t') c = ' ';
        line.erase(line.find_last_not_of(" \t") + 1);
        lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string wire_date(std::string_view trailer) {
    const std::vector<std::string> all = words(trailer.substr(0, 1000));
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::string date = iptc_date(all, i); !date.empty()) return date;
        if (std::string date = anpa_date(all, i); !date.empty()) return date;
    }
    return {};
}

bool is_wire_byline(std::string_view line) {
    constexpr std::array<std::string_view, 6> begins{"By ", "BY ", "Von ", "Par ", "Por ", "Di "};
    return std::ranges::any_of(
        begins, [&](std::string_view each) { return line.starts_with(each) && line.size() < 120; });
}

void note_unclosed(const WireMessage& message, Article& article) {
    if (message.closed) return;
    article.problems.push_back({.code = "message-unclosed",
                                .field = "body",
                                .message = "the message ends without EOT",
                                .hint = {}});
}

}  // namespace morgue::formats
