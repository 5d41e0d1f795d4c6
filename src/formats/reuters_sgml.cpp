// Reuters-21578: SGML files of many <REUTERS> elements, each a story in marked parts.
#include <algorithm>
#include <charconv>
#include <utility>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

constexpr std::string_view record_open = "<REUTERS", record_close = "</REUTERS>";
constexpr std::size_t longest_record = std::size_t(8) << 20, chunk = 65536;

// ---- one record

// The code point of "lt" or "#60"; 0 if it is no entity that these files know.
char32_t entity(std::string_view name) {
    if (name == "lt") return '<';
    if (name == "gt") return '>';
    if (name == "amp") return '&';
    if (name == "quot") return '"';
    if (name == "apos") return '\'';
    std::uint32_t number = 0;
    if (!name.starts_with('#')) return 0;
    const auto* end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data() + 1, end, number);
    return error == std::errc{} && stop == end && number < 0x110000 ? char32_t(number) : 0;
}

bool is_control(char32_t c) {
    return c < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

// Entities decoded; the control characters of the wire dropped.
std::string decoded(std::string_view text) {
    constexpr std::size_t longest_entity = 10;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto end = text[at] == '&' ? text.substr(at, longest_entity).find(';') : text.npos;
        const auto c = end == text.npos ? 0 : entity(text.substr(at + 1, end - 1));
        if (c != 0) {
            if (!is_control(c)) text::append(out, c);
            at += end;
        } else if (!is_control(static_cast<unsigned char>(text[at]))) {
            out += text[at];
        }
    }
    return out;
}

// What stands in the element; up to where the text ends if it is not closed. The element is cut
// out of `text` where `taken` is given.
std::optional<std::string_view> element(std::string_view text, std::string_view name,
                                        std::string* rest = nullptr) {
    const auto open = '<' + std::string(name) + '>', close = "</" + std::string(name) + '>';
    const auto at = text.find(open);
    if (at == text.npos) return std::nullopt;
    const auto begin = at + open.size();
    const auto end = std::min(text.find(close, begin), text.size());
    if (rest)
        *rest = std::string(text.substr(0, at)) +
                std::string(text.substr(std::min(text.size(), end + close.size())));
    return text.substr(begin, end - begin);
}

std::string field(std::string_view text, std::string_view name) {
    const auto found = element(text, name);
    return found ? decoded(*found) : std::string();
}

// NEWID of <REUTERS ... NEWID="1">.
std::string attribute(std::string_view tag, std::string_view name) {
    const auto key = ' ' + std::string(name) + "=\"";
    const auto at = tag.find(key);
    if (at == tag.npos) return {};
    const auto begin = at + key.size();
    const auto end = tag.find('"', begin);
    return end == tag.npos ? std::string() : decoded(tag.substr(begin, end - begin));
}

std::vector<std::string> items(std::string_view list) {
    std::vector<std::string> values;
    constexpr std::string_view open = "<D>", close = "</D>";
    for (auto at = list.find(open); at != list.npos; at = list.find(open, at)) {
        at += open.size();
        const auto end = std::min(list.find(close, at), list.size());
        values.push_back(decoded(list.substr(at, end - at)));
        at = end;
    }
    return values;
}

// The text of a record in which no part is marked.
std::string unmarked_text(std::string_view content) {
    std::string text(content);
    for (const std::string_view name : {"TITLE", "AUTHOR", "DATELINE"}) {
        std::string rest;
        if (element(text, name, &rest)) text = std::move(rest);
    }
    return decoded(text);
}

core::Draft draft_of(std::string_view record) {
    core::Draft draft;
    auto& article = draft.article;
    const auto tag = record.substr(0, record.find('>'));
    article.guid = attribute(tag, "NEWID");
    article.source = "Reuters";
    article.keywords = items(element(record, "TOPICS").value_or(std::string_view{}));
    draft.published.push_back(field(record, "DATE"));

    const auto begin = std::min(record.find("<TEXT"), record.size());
    const auto open_end = record.find('>', begin);
    if (open_end == record.npos) return draft;
    const auto type = attribute(record.substr(begin, open_end - begin), "TYPE");
    auto content = record.substr(open_end + 1);
    content = content.substr(0, content.rfind("</TEXT>"));
    article.headline = field(content, "TITLE");
    article.byline = field(content, "AUTHOR");
    article.dateline = field(content, "DATELINE");
    if (const auto body = element(content, "BODY"))
        draft.story = decoded(*body);
    else if (type != "BRIEF")  // a brief has its title only, and filler behind it
        draft.story = unmarked_text(content);
    return draft;
}

// ---- the file

class SgmlReader final : public Reader {
public:
    explicit SgmlReader(std::unique_ptr<core::ByteSource> source) : source_(std::move(source)) {}

    std::optional<core::Draft> next() override;

private:
    bool skip_to_record();
    std::size_t find_end();
    bool fill();
    std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }

    std::unique_ptr<core::ByteSource> source_;
    std::string buffer_;
    std::size_t begin_ = 0;  // what of the buffer is done with
    bool at_end_ = false;
};

bool SgmlReader::fill() {
    if (at_end_) return false;
    buffer_.erase(0, std::exchange(begin_, 0));
    const auto size = buffer_.size();
    buffer_.resize(size + chunk);
    const auto count = source_->read(buffer_.data() + size, chunk);
    buffer_.resize(size + count);
    at_end_ = count == 0;
    return !at_end_;
}

// To the next "<REUTERS"; what stands before it may be of any length. False if there is none.
bool SgmlReader::skip_to_record() {
    for (;;) {
        const auto at = buffer_.find(record_open, begin_);
        if (at != buffer_.npos) {
            begin_ = at;
            return true;
        }
        begin_ = std::max(begin_, buffer_.size() - std::min(buffer_.size(), record_open.size()));
        if (!fill()) return false;
    }
}

// How long the record is: up to its "</REUTERS>", the next "<REUTERS" or the end of the file; npos
// if that is too far.
std::size_t SgmlReader::find_end() {
    for (std::size_t at = record_open.size();; ++at) {
        at = std::min(rest().find('<', at), rest().size());
        while (at + record_close.size() > rest().size() && at <= longest_record && fill())
            at = std::min(rest().find('<', at), rest().size());
        if (at > longest_record) return buffer_.npos;
        const auto tag = rest().substr(at);
        if (tag.empty() || tag.starts_with(record_close) || tag.starts_with(record_open)) return at;
    }
}

std::optional<core::Draft> SgmlReader::next() {
    if (!skip_to_record()) return std::nullopt;
    const auto end = find_end();
    if (end == buffer_.npos) {
        begin_ += record_open.size();
        throw core::BadRecord("record-too-long", "a record has more than 8 MiB");
    }
    auto draft = draft_of(rest().substr(0, end));
    const bool closed = rest().substr(end).starts_with(record_close);
    if (!closed)
        draft.article.problems.push_back({.code = "sgml-unclosed",
                                          .field = {},
                                          .message = "the record has no </REUTERS>",
                                          .hint = {}});
    begin_ += end + (closed ? record_close.size() : 0);
    return draft;
}

int matches(std::string_view head, std::string_view) {
    const auto first = std::min(head.find_first_not_of(" \t\r\n"), head.size());
    const auto start = head.substr(first);
    if (start.starts_with("<!DOCTYPE lewis")) return 100;
    return start.starts_with("<REUTERS ") || start.starts_with("<REUTERS>") ? 95 : 0;
}

std::unique_ptr<Reader> open_sgml(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<SgmlReader>(std::move(source));
}

}  // namespace

const Format reuters_sgml_format{"reuters-sgml", "Reuters-21578 (SGML)", matches, open_sgml};

}  // namespace morgue::formats
