#include "extract/html_tag.hpp"

#include <algorithm>
#include <array>

namespace morgue::extract {

namespace {

// clang-format off
constexpr TagTraits table[] = {
    // name       tag               empty  block  raw    bound. ends_p
    {"a",          Tag::a,           false, false, false, false, false},
    {"abbr",       Tag::abbr,        false, false, false, false, false},
    {"address",    Tag::address,     false, true,  false, false, true},
    {"article",    Tag::article,     false, true,  false, false, true},
    {"aside",      Tag::aside,       false, true,  false, false, true},
    {"audio",      Tag::audio,       false, false, false, false, false},
    {"b",          Tag::b,           false, false, false, false, false},
    {"base",       Tag::base,        true,  false, false, false, false},
    {"blockquote", Tag::blockquote,  false, true,  false, false, true},
    {"body",       Tag::body,        false, true,  false, true,  false},
    {"br",         Tag::br,          true,  false, false, false, false},
    {"button",     Tag::button,      false, false, false, false, false},
    {"canvas",     Tag::canvas,      false, false, false, false, false},
    {"caption",    Tag::caption,     false, true,  false, true,  false},
    {"center",     Tag::center,      false, true,  false, false, true},
    {"cite",       Tag::cite,        false, false, false, false, false},
    {"code",       Tag::code,        false, false, false, false, false},
    {"col",        Tag::col,         true,  false, false, false, false},
    {"colgroup",   Tag::colgroup,    false, false, false, false, false},
    {"dd",         Tag::dd,          false, true,  false, false, true},
    {"del",        Tag::del,         false, false, false, false, false},
    {"details",    Tag::details,     false, true,  false, false, true},
    {"dialog",     Tag::dialog,      false, true,  false, false, true},
    {"dir",        Tag::dir,         false, true,  false, false, true},
    {"div",        Tag::div,         false, true,  false, false, true},
    {"dl",         Tag::dl,          false, true,  false, false, true},
    {"dt",         Tag::dt,          false, true,  false, false, true},
    {"em",         Tag::em,          false, false, false, false, false},
    {"embed",      Tag::embed,       true,  false, false, false, false},
    {"fieldset",   Tag::fieldset,    false, true,  false, false, true},
    {"figcaption", Tag::figcaption,  false, true,  false, false, true},
    {"figure",     Tag::figure,      false, true,  false, false, true},
    {"font",       Tag::font,        false, false, false, false, false},
    {"footer",     Tag::footer,      false, true,  false, false, true},
    {"form",       Tag::form,        false, true,  false, false, true},
    {"frame",      Tag::frame,       true,  false, false, false, false},
    {"h1",         Tag::h1,          false, true,  false, false, true},
    {"h2",         Tag::h2,          false, true,  false, false, true},
    {"h3",         Tag::h3,          false, true,  false, false, true},
    {"h4",         Tag::h4,          false, true,  false, false, true},
    {"h5",         Tag::h5,          false, true,  false, false, true},
    {"h6",         Tag::h6,          false, true,  false, false, true},
    {"head",       Tag::head,        false, true,  false, false, false},
    {"header",     Tag::header,      false, true,  false, false, true},
    {"hgroup",     Tag::hgroup,      false, true,  false, false, true},
    {"hr",         Tag::hr,          true,  true,  false, false, true},
    {"html",       Tag::html,        false, true,  false, true,  false},
    {"i",          Tag::i,           false, false, false, false, false},
    {"iframe",     Tag::iframe,      false, true,  true,  false, false},
    {"img",        Tag::img,         true,  false, false, false, false},
    {"input",      Tag::input,       true,  false, false, false, false},
    {"ins",        Tag::ins,         false, false, false, false, false},
    {"kbd",        Tag::kbd,         false, false, false, false, false},
    {"label",      Tag::label,       false, false, false, false, false},
    {"legend",     Tag::legend,      false, true,  false, false, false},
    {"li",         Tag::li,          false, true,  false, false, true},
    {"link",       Tag::link,        true,  false, false, false, false},
    {"listing",    Tag::listing,     false, true,  false, false, true},
    {"main",       Tag::main,        false, true,  false, false, true},
    {"map",        Tag::map,         false, false, false, false, false},
    {"mark",       Tag::mark,        false, false, false, false, false},
    {"math",       Tag::math,        false, false, false, false, false},
    {"menu",       Tag::menu,        false, true,  false, false, true},
    {"meta",       Tag::meta,        true,  false, false, false, false},
    {"nav",        Tag::nav,         false, true,  false, false, true},
    {"noembed",    Tag::noembed,     false, false, true,  false, false},
    {"noframes",   Tag::noframes,    false, false, true,  false, false},
    {"noscript",   Tag::noscript,    false, true,  false, false, false},
    {"object",     Tag::object,      false, true,  false, true,  false},
    {"ol",         Tag::ol,          false, true,  false, false, true},
    {"optgroup",   Tag::optgroup,    false, true,  false, false, false},
    {"option",     Tag::option,      false, true,  false, false, false},
    {"p",          Tag::p,           false, true,  false, false, true},
    {"param",      Tag::param,       true,  false, false, false, false},
    {"picture",    Tag::picture,     false, false, false, false, false},
    {"pre",        Tag::pre,         false, true,  false, false, true},
    {"q",          Tag::q,           false, false, false, false, false},
    {"s",          Tag::s,           false, false, false, false, false},
    {"samp",       Tag::samp,        false, false, false, false, false},
    {"script",     Tag::script,      false, false, true,  false, false},
    {"section",    Tag::section,     false, true,  false, false, true},
    {"select",     Tag::select,      false, true,  false, false, false},
    {"small",      Tag::small,       false, false, false, false, false},
    {"source",     Tag::source,      true,  false, false, false, false},
    {"span",       Tag::span,        false, false, false, false, false},
    {"strike",     Tag::strike,      false, false, false, false, false},
    {"strong",     Tag::strong,      false, false, false, false, false},
    {"style",      Tag::style,       false, false, true,  false, false},
    {"sub",        Tag::sub,         false, false, false, false, false},
    {"summary",    Tag::summary,     false, true,  false, false, true},
    {"sup",        Tag::sup,         false, false, false, false, false},
    {"svg",        Tag::svg,         false, false, false, false, false},
    {"table",      Tag::table,       false, true,  false, true,  true},
    {"tbody",      Tag::tbody,       false, true,  false, false, false},
    {"td",         Tag::td,          false, true,  false, true,  false},
    {"template",   Tag::template_,   false, false, false, true,  false},
    {"textarea",   Tag::textarea,    false, true,  true,  false, false},
    {"tfoot",      Tag::tfoot,       false, true,  false, false, false},
    {"th",         Tag::th,          false, true,  false, true,  false},
    {"thead",      Tag::thead,       false, true,  false, false, false},
    {"time",       Tag::time,        false, false, false, false, false},
    {"title",      Tag::title,       false, true,  true,  false, false},
    {"tr",         Tag::tr,          false, true,  false, false, false},
    {"track",      Tag::track,       true,  false, false, false, false},
    {"tt",         Tag::tt,          false, false, false, false, false},
    {"u",          Tag::u,           false, false, false, false, false},
    {"ul",         Tag::ul,          false, true,  false, false, true},
    {"var",        Tag::var,         false, false, false, false, false},
    {"video",      Tag::video,       false, false, false, false, false},
    {"wbr",        Tag::wbr,         true,  false, false, false, false},
    {"xmp",        Tag::xmp,         false, true,  true,  false, true},
};
// clang-format on

constexpr TagTraits no_element{};
constexpr std::size_t first_element = std::size_t(Tag::a);

static_assert(std::size(table) == std::size_t(Tag::count) - first_element);
static_assert(std::ranges::is_sorted(table, {}, &TagTraits::name));
static_assert(std::ranges::is_sorted(table, {}, &TagTraits::tag));

constexpr std::size_t longest_name = 10;

}  // namespace

Tag find_tag(std::string_view name) {
    if (name.size() > longest_name) return Tag::other;
    std::array<char, longest_name> small{};
    std::ranges::transform(name, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    const std::string_view key(small.data(), name.size());
    const auto* found = std::ranges::lower_bound(table, key, {}, &TagTraits::name);
    return found != std::end(table) && found->name == key ? found->tag : Tag::other;
}

const TagTraits& traits(Tag tag) {
    return tag < Tag::a ? no_element : table[std::size_t(tag) - first_element];
}

}  // namespace morgue::extract
