// E-mail addresses and URLs.
#include <algorithm>
#include <array>

#include "text/pattern_readers.hpp"
#include "text/utf8.hpp"

namespace morgue::text {

namespace {

constexpr std::size_t longest_local = 64, longest_host = 253, longest_url = 2000;

bool is_local(char c) {
    return is_ascii_alnum(c) || std::string_view("._%+-'&=~").find(c) != std::string_view::npos;
}

bool is_host(char c) {
    return is_ascii_alnum(c) || c == '-' || c == '.';
}

// Labels with full stops between; the last begins with a letter.
bool is_host_name(std::string_view host) {
    const std::size_t dot = host.rfind('.');
    if (dot == host.npos || host.size() - dot < 3 || !is_ascii_letter(host[dot + 1])) return false;
    for (std::size_t begin = 0, end = 0; begin <= host.size(); begin = end + 1) {
        end = std::min(host.find('.', begin), host.size());
        if (end == begin || end - begin > 63 || host[begin] == '-' || host[end - 1] == '-')
            return false;
    }
    return true;
}

// 192.0.2.1
bool is_dotted_quad(std::string_view host) {
    return !host.empty() && std::count(host.begin(), host.end(), '.') == 3 &&
           std::all_of(host.begin(), host.end(), [](char c) { return is_digit(c) || c == '.'; }) &&
           is_digit(host.front()) && is_digit(host.back()) && host.find("..") == host.npos;
}

std::size_t end_of_host(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_host(text[end])) ++end;
    while (end > at && !is_ascii_alnum(text[end - 1])) --end;
    return end;
}

// Where an address ends: quotation marks, angle brackets and blanks are no part of it.
std::size_t end_of_address(std::string_view text, std::size_t at) {
    constexpr std::string_view never = "<>\"`{}|\\^";
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = decode(text, next);
        if (c <= ' ' || c == 0x7F || (c < 0x80 && never.find(char(c)) != never.npos)) break;
        if (c >= 0x80 && !is_letter(c) && !is_accent(c)) break;
        at = next;
    }
    return at;
}

// Brackets that were opened within are closed within: .../Paris_(Texas).
std::string_view without_punctuation(std::string_view url) {
    std::array<std::ptrdiff_t, 2> surplus{
        std::count(url.begin(), url.end(), ')') - std::count(url.begin(), url.end(), '('),
        std::count(url.begin(), url.end(), ']') - std::count(url.begin(), url.end(), '[')};
    while (!url.empty()) {
        const char last = url.back();
        if (last == ')' || last == ']') {
            if (surplus[last == ']']-- <= 0) break;
        } else if (std::string_view(".,;:!?'*_([").find(last) == std::string_view::npos) {
            break;
        } else if (last == '(' || last == '[') {
            ++surplus[last == '['];
        }
        url.remove_suffix(1);
    }
    return url;
}

// Where "https" begins that ends at `colon`; `colon` if nothing of that kind does.
std::size_t begin_of_scheme(const PatternPlace& place) {
    for (const std::string_view scheme : {"https", "http", "ftp"}) {
        if (place.at < place.from + scheme.size()) continue;
        const std::size_t begin = place.at - scheme.size();
        if (ascii_lower(place.text.substr(begin, scheme.size())) == scheme &&
            !word_before(place.text, begin))
            return begin;
    }
    return place.at;
}

// At `colon` the scheme's; of "www." that begins no URL with a scheme.
struct UrlStart {
    std::size_t begin, host;
};
std::optional<UrlStart> start_of_url(const PatternPlace& place) {
    const auto& [text, at, from, mark] = place;
    if (text[at] == ':') {
        if (text.substr(at, 3) != "://") return std::nullopt;
        const std::size_t begin = begin_of_scheme(place);
        if (begin == at) return std::nullopt;
        return UrlStart{begin, at + 3};
    }
    if (at < from + 3 || (text[at - 1] | 32) != 'w' || (text[at - 2] | 32) != 'w' ||
        (text[at - 3] | 32) != 'w' || word_before(text, at - 3))
        return std::nullopt;
    return UrlStart{at - 3, at - 3};
}

// Whoever is named before the host: "user:secret@".
std::size_t skip_user(std::string_view text, std::size_t at) {
    const std::string_view near = text.substr(at, longest_host);
    const std::string_view authority = near.substr(0, near.find_first_of("/?# \n"));
    const std::size_t sign = authority.rfind('@');
    return sign == authority.npos ? at : at + sign + 1;
}

// In small letters what is compared without regard to case, and no path where it is but "/", which
// is the same as none (RFC 3986, 6.2.2 and 6.2.3).
std::string normal_form(std::string_view url, std::size_t host, std::size_t host_end) {
    const std::size_t colon = url.substr(0, host).find("://");
    const std::size_t scheme = colon == url.npos ? 0 : colon + 3;
    std::string out = ascii_lower(url.substr(0, scheme));
    out += url.substr(scheme, host - scheme);
    out += ascii_lower(url.substr(host, host_end - host));
    if (const std::string_view rest = url.substr(host_end); rest != "/") out += rest;
    return out;
}

}  // namespace

PatternReading read_email(const PatternPlace& place) {
    const auto& [text, at, from, mark] = place;
    std::size_t begin = at;
    while (begin > from && is_local(text[begin - 1]) && at - begin <= longest_local) --begin;
    while (begin < at && !is_ascii_alnum(text[begin]) && text[begin] != '_') ++begin;
    if (begin == at || at - begin > longest_local || text[at - 1] == '.' ||
        word_before(text, begin))
        return std::nullopt;
    const std::size_t end = end_of_host(text, at + 1);
    const std::string_view host = text.substr(at + 1, end - at - 1);
    if (host.size() > longest_host || !is_host_name(host) || word_at(text, end) ||
        (end < text.size() && text[end] == '@') ||
        text.substr(begin, at - begin).find("..") != std::string_view::npos)
        return std::nullopt;
    return PatternsRead{end, {"email/" + ascii_lower(text.substr(begin, end - begin))}};
}

PatternReading read_url(const PatternPlace& place) {
    const auto start = start_of_url(place);
    if (!start) return std::nullopt;
    const std::string_view text = place.text;
    const std::size_t host = skip_user(text, start->host), host_end = end_of_host(text, host);
    const std::string_view name = text.substr(host, host_end - host);
    // What was looked at in vain is not looked at again, lest "www.www.www." take for ever.
    const PatternsRead nothing{std::max(host_end, place.at + 1), {}};
    if (name.size() > longest_host || !(is_host_name(name) || is_dotted_quad(name)) ||
        word_at(text, host_end))
        return nothing;
    const std::size_t end = end_of_address(text, host_end);
    if (end - start->begin > longest_url) return PatternsRead{end, {}};
    const std::string_view url = without_punctuation(text.substr(start->begin, end - start->begin));
    return PatternsRead{start->begin + url.size(),
                        {"url/" + normal_form(url, host - start->begin, host_end - start->begin)}};
}

}  // namespace morgue::text
