// Web pages: one article a file.
#include <algorithm>

#include "core/bad_input.hpp"
#include "formats/all.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t largest_page = std::size_t(50) << 20;

class HtmlReader final : public Reader {
public:
    explicit HtmlReader(std::unique_ptr<core::ByteSource> source) : source_(std::move(source)) {}

    std::optional<core::Draft> next() override;

private:
    std::unique_ptr<core::ByteSource> source_;
    bool done_ = false;
};

std::string all_of(core::ByteSource& source) {
    std::string page;
    char buffer[65536];
    while (const auto count = source.read(buffer, sizeof buffer)) {
        if (page.size() + count > largest_page)
            throw core::BadInput("too-large", "a web page may have at most 50 MiB");
        page.append(buffer, count);
    }
    return page;
}

std::optional<core::Draft> HtmlReader::next() {
    if (done_) return std::nullopt;
    done_ = true;
    core::Draft draft;
    draft.page = all_of(*source_);
    if (draft.page.find_first_not_of(" \t\r\n\f\v") == std::string::npos)
        throw core::BadInput("empty", "the file holds nothing but white space");
    return draft;
}

// The sureness that a beginning gives, in lower case.
struct Beginning {
    std::string_view text;
    int sureness;
};

// clang-format off
constexpr Beginning beginnings[] = {
    {"<!doctype html", 95}, {"<html",   95}, {"<head", 90}, {"<body",    90}, {"<title", 70},
    {"<meta",          70}, {"<script", 70}, {"<link", 70}, {"<article", 70}, {"<div",   70},
    {"<style",         70}, {"<h1",     70}, {"<main", 70}, {"<section", 60}, {"<table", 60},
    {"<p>",            50}, {"<p ",     50}, {"<a ",   50}, {"<br",      50}, {"<span",  50},
};
// clang-format on

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

bool begins_with(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() &&
           std::ranges::equal(lower_case, text.substr(0, lower_case.size()), {}, {}, lower);
}

// Past white space, comments and the XML declaration that an XHTML page may have.
std::string_view past_prologue(std::string_view head) {
    for (;;) {
        head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n\f\v"), head.size()));
        const std::string_view end = head.starts_with("<!--") ? "-->"
                                     : head.starts_with("<?") ? "?>"
                                                              : "";
        if (end.empty()) return head;
        const std::size_t at = head.find(end);
        if (at == head.npos) return {};
        head.remove_prefix(at + end.size());
    }
}

int matches(std::string_view head, std::string_view path) {
    const std::string_view start = past_prologue(head);
    const auto* found = std::ranges::find_if(
        beginnings, [&](const Beginning& each) { return begins_with(start, each.text); });
    if (found != std::end(beginnings)) return found->sureness;
    const bool named =
        path.ends_with(".html") || path.ends_with(".htm") || path.ends_with(".xhtml");
    constexpr std::string_view body = "<body";
    const bool has_body = std::search(head.begin(), head.end(), body.begin(), body.end(),
                                      [](char a, char b) { return lower(a) == b; }) != head.end();
    if (has_body) return named ? 80 : 40;
    return named && head.find('<') != head.npos ? 30 : 0;
}

std::unique_ptr<Reader> open_html(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<HtmlReader>(std::move(source));
}

}  // namespace

const Format html_format{"html", "web pages, one article a file", matches, open_html};

}  // namespace morgue::formats
