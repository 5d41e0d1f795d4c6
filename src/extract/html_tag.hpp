#pragma once
// The elements of HTML that our rules tell apart, and what a parser must know about each.
#include <cstdint>
#include <string_view>

namespace morgue::extract {

enum class Tag : std::uint8_t {
    text,   // not an element: a run of text
    other,  // an element of no name we know
    // clang-format off
    a, abbr, address, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption,
    center, cite, code, col, colgroup, dd, del, details, dialog, dir, div, dl, dt, em, embed, fieldset,
    figcaption, figure, font, footer, form, frame, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr,
    html, i, iframe, img, input, ins, kbd, label, legend, li, link, listing, main, map, mark, math, menu,
    meta, nav, noembed, noframes, noscript, object, ol, optgroup, option, p, param, picture, pre, q, s,
    samp, script, section, select, small, source, span, strike, strong, style, sub, summary, sup, svg,
    table, tbody, td, template_, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, var,
    video, wbr, xmp,
    // clang-format on
    count
};

struct TagTraits {
    std::string_view name;
    Tag tag = Tag::other;
    bool empty = false;           // has no content and no end tag
    bool block = false;           // begins and ends a line
    bool raw = false;             // its content is text up to its end tag
    bool boundary = false;        // end tags inside it close nothing outside it
    bool ends_paragraph = false;  // its start tag closes an open <p>
};

// Any case; Tag::other for a name not in the list.
Tag find_tag(std::string_view name);

const TagTraits& traits(Tag tag);

inline bool is_heading(Tag tag) {
    return tag >= Tag::h1 && tag <= Tag::h6;
}

}  // namespace morgue::extract
