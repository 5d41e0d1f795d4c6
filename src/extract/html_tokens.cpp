#include "extract/html_tokens.hpp"

#include <algorithm>

namespace morgue::extract {

namespace {

// Elements with more are not honest pages; the rest is passed over.
constexpr std::size_t most_attributes = 100;

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

bool begins_with(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() &&
           std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                      [](char a, char b) { return a == lower(b); });
}

}  // namespace

bool HtmlTokens::next(HtmlToken& token) {
    if (raw_ != Tag::text && read_raw_text(token)) return true;
    while (at_ < page_.size()) {
        const std::size_t from = at_;
        if (peek() != '<') return read_text(token, from), true;
        if (is_letter(peek(1)) || (peek(1) == '/' && is_letter(peek(2)))) return read_markup(token);
        if (peek(1) == '!')
            skip_comment();
        else if (peek(1) == '?' || peek(1) == '/')
            skip_past(">");
        else
            return ++at_, read_text(token, from), true;
    }
    return false;
}

// Up to the next "<"; text tokens may follow each other.
void HtmlTokens::read_text(HtmlToken& token, std::size_t from) {
    at_ = std::min(page_.find('<', at_), page_.size());
    token.kind = HtmlToken::Kind::text;
    token.tag = Tag::text;
    token.text = page_.substr(from, at_ - from);
    token.attributes.clear();
}

// False if there is none before the end tag. An element that is never closed is read as if it were
// not raw, but for scripts and styles: browsers would hide the rest of the page.
bool HtmlTokens::read_raw_text(HtmlToken& token) {
    const Tag tag = raw_;
    raw_ = Tag::text;
    if (never_closed_[std::size_t(tag)]) return false;
    const std::size_t from = at_;
    const std::size_t end = find_end_tag(tag);
    if (end == page_.size()) {
        never_closed_[std::size_t(tag)] = true;
        if (tag != Tag::script && tag != Tag::style) return false;
    }
    at_ = end;
    if (end == from) return false;
    token.kind = HtmlToken::Kind::text;
    token.tag = Tag::text;
    token.text = page_.substr(from, end - from);
    token.attributes.clear();
    return true;
}

// The size of the page if there is none.
std::size_t HtmlTokens::find_end_tag(Tag tag) const {
    const std::string_view name = traits(tag).name;
    for (std::size_t end = at_;; end += 2) {
        end = page_.find("</", end);
        if (end == page_.npos) return page_.size();
        if (begins_with(page_.substr(end + 2), name)) return end;
    }
}

bool HtmlTokens::read_markup(HtmlToken& token) {
    const bool is_end = peek(1) == '/';
    at_ += is_end ? 2 : 1;
    const std::size_t from = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/')
        ++at_;
    token.kind = is_end ? HtmlToken::Kind::end : HtmlToken::Kind::start;
    token.tag = find_tag(page_.substr(from, at_ - from));
    token.text = page_.substr(from, at_ - from);
    token.closed = false;
    read_attributes(token);
    if (!is_end && traits(token.tag).raw && !token.closed) raw_ = token.tag;
    return true;
}

void HtmlTokens::read_attributes(HtmlToken& token) {
    token.attributes.clear();
    for (;;) {
        skip_spaces();
        if (at_ >= page_.size()) return;
        if (peek() == '>') return void(++at_);
        if (peek() == '/') {
            token.closed = peek(1) == '>';
            ++at_;
            continue;
        }
        const HtmlAttribute attribute = read_attribute();
        if (token.attributes.size() < most_attributes) token.attributes.push_back(attribute);
    }
}

HtmlAttribute HtmlTokens::read_attribute() {
    const std::size_t from = at_++;  // the first character, even "=", belongs to the name
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '=' && page_[at_] != '>' &&
           page_[at_] != '/')
        ++at_;
    const std::string_view name = page_.substr(from, at_ - from);
    const std::size_t after_name = at_;
    skip_spaces();
    if (peek() != '=') {
        at_ = after_name;
        return {name, {}};
    }
    ++at_;
    skip_spaces();
    return {name, read_value()};
}

std::string_view HtmlTokens::read_value() {
    const char quote = peek();
    if (quote == '"' || quote == '\'') {
        const std::size_t from = ++at_;
        const std::size_t end = std::min(page_.find(quote, at_), page_.size());
        at_ = std::min(end + 1, page_.size());
        return page_.substr(from, end - from);
    }
    const std::size_t from = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
    return page_.substr(from, at_ - from);
}

void HtmlTokens::skip_comment() {
    if (peek(2) != '-' || peek(3) != '-') return skip_past(">");
    at_ += 2;  // "<!-->" is a whole comment
    const std::size_t end = no_comment_ends_ ? page_.npos : page_.find("-->", at_);
    if (end != page_.npos) return void(at_ = end + 3);
    no_comment_ends_ = true;  // asked once, so that many open comments do not cost many searches
    skip_past(">");
}

void HtmlTokens::skip_past(std::string_view end) {
    const std::size_t found = page_.find(end, at_);
    at_ = found == page_.npos ? page_.size() : found + end.size();
}

void HtmlTokens::skip_spaces() {
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
}

}  // namespace morgue::extract
