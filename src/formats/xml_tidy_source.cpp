#include "formats/xml_tidy_source.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <map>
#include <string>
#include <string_view>

#include "core/bad_input.hpp"
#include "text/charset.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

// The longest of what has to be seen whole before it can be judged: "&thetasym;", an <!ENTITY
// declaration. A longer one is not of ours.
constexpr std::size_t longest_construct = 2048, longest_reference = 64;
constexpr std::size_t most_entities = 500, most_attributes = 1000;
constexpr std::uint64_t most_expansion = 1 << 20;  // bytes from declared entities, a file

// U+0080 to U+00BF in UTF-8.
constexpr char lead_of_c1 = '\xC2';

bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr bool is_illegal(char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' && c != '\r';
}

bool is_predefined(std::string_view name) {
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

// The value of an entity as text: what else it may hold stays as it is written.
std::string plain_value(std::string_view value) {
    std::string plain;
    for (std::size_t at = 0; at < value.size(); ++at) {
        switch (value[at]) {
            case '<':
                plain += "&lt;";
                break;
            case '"':
                plain += "&quot;";
                break;
            case '\'':
                plain += "&apos;";
                break;
            case '&':
                plain += value.substr(at, 2) == "&#" ? "&" : "&amp;";
                break;
            default:
                plain += value[at];
        }
    }
    return plain;
}

// ---- the characters at which passing on stops

using Stops = std::array<bool, 256>;

constexpr Stops stops_at(std::string_view characters) {
    Stops stops{};
    for (int c = 0; c < 256; ++c) stops[std::size_t(c)] = is_illegal(char(c));
    stops[static_cast<unsigned char>(lead_of_c1)] = true;
    for (const char c : characters) stops[static_cast<unsigned char>(c)] = true;
    return stops;
}

enum class Place : std::uint8_t { text, tag, double_value, single_value, doctype, subset };

constexpr Stops text_stops = stops_at("&<"), tag_stops = stops_at("&>=\"'"),
                double_value_stops = stops_at("&\""), single_value_stops = stops_at("&'"),
                doctype_stops = stops_at("<>[]\"'"), cdata_stops = stops_at("]"),
                comment_stops = stops_at("-"), instruction_stops = stops_at("?"),
                double_quote_stops = stops_at("\""), single_quote_stops = stops_at("'");

constexpr const Stops& stops_of(Place place) {
    switch (place) {
        case Place::text:
            return text_stops;
        case Place::tag:
            return tag_stops;
        case Place::double_value:
            return double_value_stops;
        case Place::single_value:
            return single_value_stops;
        case Place::doctype:
        case Place::subset:
            break;
    }
    return doctype_stops;
}

class XmlTidySource final : public core::ByteSource {
public:
    explicit XmlTidySource(std::unique_ptr<core::ByteSource> source) : source_(std::move(source)) {}
    std::size_t read(char* to, std::size_t most) override;

private:
    void tidy_some();
    void fill();
    void skip_front();
    bool step();
    const Stops& stops() const;
    bool meet(std::string_view rest);
    bool meet_in_tag(std::string_view rest);
    bool meet_in_doctype(std::string_view rest);
    bool open_markup(std::string_view rest);
    bool open_opaque(std::string_view rest);
    bool close_opaque(std::string_view rest);
    bool replace_c1(std::string_view rest);
    bool replace_reference(std::string_view rest);
    void put_reference(std::string_view reference);
    bool declare(std::string_view rest);
    bool put(std::size_t size);
    bool replace(std::size_t size, std::string_view by);

    std::unique_ptr<core::ByteSource> source_;
    std::string in_, out_;
    std::size_t at_ = 0, given_ = 0;  // of in_, of out_
    bool ended_ = false, at_front_ = true;
    std::exception_ptr failure_;  // told when all before it has been read
    Place place_ = Place::text;
    std::size_t attributes_ = 0;  // of the tag we are in
    std::string_view until_;      // the end of the comment, CDATA section, instruction we are in
    std::map<std::string, std::string, std::less<>> declared_;
    std::uint64_t expanded_ = 0;
};

std::size_t XmlTidySource::read(char* to, std::size_t most) {
    while (given_ == out_.size() && !failure_ && !(ended_ && at_ == in_.size())) tidy_some();
    if (given_ == out_.size() && failure_) std::rethrow_exception(failure_);
    const std::size_t size = std::min(most, out_.size() - given_);
    std::memcpy(to, out_.data() + given_, size);
    given_ += size;
    return size;
}

void XmlTidySource::tidy_some() {
    out_.clear();
    given_ = 0;
    try {
        fill();
        if (at_front_) skip_front();
        if (at_front_) return;
        while (at_ < in_.size() && step()) {
        }
    } catch (const core::BadInput&) {
        failure_ = std::current_exception();
    }
}

void XmlTidySource::fill() {
    in_.erase(0, at_);
    at_ = 0;
    if (ended_) return;
    const std::size_t old = in_.size();
    in_.resize(old + 65536);
    const std::size_t got = source_->read(in_.data() + old, in_.size() - old);
    in_.resize(old + got);
    ended_ = got == 0;
}

// Blanks and the XML declaration; the line ends in them stay, to keep count.
void XmlTidySource::skip_front() {
    const std::size_t begin = in_.find_first_not_of(" \t\r\n");
    if (begin == in_.npos && !ended_ && in_.size() < 65536) return;
    std::size_t end = std::min(begin, in_.size());
    if (in_.compare(end, 5, "<?xml") == 0) {
        const std::size_t close = in_.find("?>", end);
        if (close == in_.npos && !ended_ && in_.size() < 65536) return;
        if (close < end + longest_construct) end = close + 2;
    } else if (in_.size() < end + 5 && !ended_) {
        return;
    }
    out_.append(std::size_t(std::count(in_.begin(), in_.begin() + long(end), '\n')), '\n');
    at_ = end;
    at_front_ = false;
}

// Passes on what needs no change, then looks at one place that may; false: more is needed first.
bool XmlTidySource::step() {
    const Stops& stops = this->stops();
    std::size_t special = at_;
    while (special < in_.size() && !stops[static_cast<unsigned char>(in_[special])]) ++special;
    put(special - at_);
    return special == in_.size() || meet(std::string_view(in_).substr(at_));
}

// Where what we are in has to be looked at: a comment and its like only ends.
const Stops& XmlTidySource::stops() const {
    if (until_.empty()) return stops_of(place_);
    switch (until_.front()) {
        case ']':
            return cdata_stops;
        case '-':
            return comment_stops;
        case '?':
            return instruction_stops;
        default:
            return until_.front() == '"' ? double_quote_stops : single_quote_stops;
    }
}

bool XmlTidySource::meet(std::string_view rest) {
    if (is_illegal(rest.front())) return replace(1, {});
    if (rest.front() == lead_of_c1) return replace_c1(rest);
    if (!until_.empty()) return close_opaque(rest);
    if (place_ == Place::doctype || place_ == Place::subset) return meet_in_doctype(rest);
    if (rest.front() == '&') return replace_reference(rest);
    return place_ == Place::text ? open_markup(rest) : meet_in_tag(rest);
}

bool XmlTidySource::meet_in_tag(std::string_view rest) {
    if (place_ != Place::tag) {
        place_ = Place::tag;
    } else if (rest.front() == '>') {
        place_ = Place::text;
    } else if (rest.front() == '=') {
        // Parsers compare every attribute with every other.
        if (++attributes_ > most_attributes)
            throw core::BadInput("xml-broken", "a tag has more than 1000 attributes");
    } else {
        place_ = rest.front() == '"' ? Place::double_value : Place::single_value;
    }
    return put(1);
}

bool XmlTidySource::meet_in_doctype(std::string_view rest) {
    switch (rest.front()) {
        case '<':
            if (rest.size() < 9 && !ended_) return false;
            if (open_opaque(rest)) return true;
            if (rest.starts_with("<!ENTITY") && !declare(rest)) return false;
            return put(1);
        case '[':
            place_ = Place::subset;
            return put(1);
        case ']':
            place_ = Place::doctype;
            return put(1);
        case '>': {
            const bool end = place_ == Place::doctype;
            put(1);
            if (end) place_ = Place::text;
            return true;
        }
        default:
            until_ = rest.front() == '"' ? "\"" : "'";
            return put(1);
    }
}

// A document type is dropped, but for its line ends: what it declares is seen to here.
bool XmlTidySource::put(std::size_t size) {
    if (place_ == Place::doctype || place_ == Place::subset) {
        const auto begin = in_.begin() + long(at_);
        out_.append(std::size_t(std::count(begin, begin + long(size), '\n')), '\n');
    } else {
        out_.append(in_, at_, size);
    }
    at_ += size;
    return true;
}

bool XmlTidySource::replace(std::size_t size, std::string_view by) {
    at_ += size;
    if (place_ != Place::doctype && place_ != Place::subset) out_ += by;
    return true;
}

bool XmlTidySource::replace_c1(std::string_view rest) {
    if (rest.size() < 2 && !ended_) return false;
    std::size_t size = 0;
    std::string meant;
    text::append(meant, text::without_c1(text::decode(rest, size)));
    return replace(size, meant);
}

bool XmlTidySource::open_markup(std::string_view rest) {
    if (rest.size() < 9 && !ended_) return false;
    if (open_opaque(rest)) return true;
    if (rest.starts_with("<!DOCTYPE")) {
        place_ = Place::doctype;
        return put(9);
    }
    if (rest.size() > 1 && rest[1] != '/' && rest[1] != '!' && !is_name_char(rest[1]))
        return replace(1, "&lt;");
    place_ = Place::tag;
    attributes_ = 0;
    return put(1);
}

bool XmlTidySource::open_opaque(std::string_view rest) {
    static constexpr std::array<std::array<std::string_view, 2>, 3> opaque{
        {{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}}};
    for (const auto& [begin, end] : opaque) {
        if (!rest.starts_with(begin)) continue;
        until_ = end;
        return put(begin.size());
    }
    return false;
}

bool XmlTidySource::close_opaque(std::string_view rest) {
    if (rest.size() < until_.size() && !ended_) return false;
    if (!rest.starts_with(until_)) return put(1);
    put(until_.size());
    until_ = {};
    return true;
}

// <!ENTITY name "value">; false: more is needed first.
bool XmlTidySource::declare(std::string_view rest) {
    const std::string_view text = rest.substr(0, longest_construct);
    const std::size_t begin = text.find_first_not_of(" \t\r\n", 8);
    const std::size_t end = text.find_first_of(" \t\r\n", begin);
    const std::size_t open = text.find_first_not_of(" \t\r\n", end);
    const bool quoted = open != text.npos && (text[open] == '"' || text[open] == '\'');
    const std::size_t close = quoted ? text.find(text[open], open + 1) : text.npos;
    if (close == text.npos) {
        const bool more = rest.size() < longest_construct && !ended_;
        return !(more && (quoted || open == text.npos));
    }
    if (declared_.size() >= most_entities) return true;
    declared_.emplace(text.substr(begin, end - begin),
                      plain_value(text.substr(open + 1, close - open - 1)));
    return true;
}

bool XmlTidySource::replace_reference(std::string_view rest) {
    std::size_t end = 1;
    const std::size_t limit = std::min(rest.size(), longest_reference);
    if (end < limit && rest[end] == '#') ++end;
    while (end < limit && is_name_char(rest[end])) ++end;
    if (end == rest.size() && end < longest_reference && !ended_) return false;
    if (end == rest.size() || rest[end] != ';' || end == 1) return replace(1, "&amp;");
    put_reference(rest.substr(0, end + 1));
    at_ += end + 1;
    return true;
}

// The character of a numeric reference; 0 where XML allows none.
char32_t character(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    std::uint32_t value = 0;
    for (const char c : digits) {
        const std::size_t digit = std::string_view("0123456789abcdef").find(char(c | 0x20));
        if (digit >= (hex ? 16u : 10u) || value > 0x10FFFF) return 0;
        value = value * (hex ? 16 : 10) + std::uint32_t(digit);
    }
    const bool legal = value == '\t' || value == '\n' || value == '\r' ||
                       (value >= 0x20 && value < 0xD800) || (value >= 0xE000 && value < 0xFFFE) ||
                       (value >= 0x10000 && value <= 0x10FFFF);
    return legal ? text::without_c1(value) : 0;
}

void XmlTidySource::put_reference(std::string_view reference) {
    const std::string_view name = reference.substr(1, reference.size() - 2);
    if (name.starts_with('#')) {
        // Kept a reference: it may stand for a < or an &.
        if (const char32_t c = character(name.substr(1)))
            out_ += "&#" + std::to_string(std::uint32_t(c)) + ';';
    } else if (is_predefined(name)) {
        out_ += reference;
    } else if (const auto found = declared_.find(name); found != declared_.end()) {
        expanded_ += found->second.size();
        if (expanded_ > most_expansion)
            throw core::BadInput("xml-entities", "the entities of the file grow beyond 1 MiB");
        out_ += found->second;
    } else if (const htmlEntityDesc* html =
                   htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()))) {
        text::append(out_, char32_t(html->value));
    } else {
        out_ += "&amp;" + std::string(reference.substr(1));
    }
}

}  // namespace

std::unique_ptr<core::ByteSource> tidy_xml(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<XmlTidySource>(std::move(source));
}

}  // namespace morgue::formats
