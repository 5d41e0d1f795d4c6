#include "extract/page_metadata.hpp"

#include <algorithm>

#include "extract/html_entities.hpp"
#include "extract/html_text.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

constexpr std::size_t most_meta = 1000, longest_name = 100, longest_content = 64 << 10,
                      longest_title = 4000;

std::string_view item_value(const HtmlTree& tree, NodeId at) {
    return tree.attribute(at, "content");
}

// Publishers often encode their texts twice.
std::string clean(std::string_view text) {
    return text::one_line(decode_entities(text));
}

}  // namespace

PageMetadata::PageMetadata(const HtmlTree& tree) {
    for (NodeId at = 1; at < tree.size(); ++at)
        if (tree[at].tag != Tag::text) read(tree, at);
    linked_data_ = read_linked_data(scripts_);
}

void PageMetadata::read(const HtmlTree& tree, NodeId at) {
    const HtmlNode& node = tree[at];
    switch (node.tag) {
        case Tag::html:
            language_ = tree.attribute(at, "lang");
            break;
        case Tag::meta:
            read_meta(tree, at);
            break;
        case Tag::h1:
        case Tag::h2:
        case Tag::h3:
            headings_.push_back(at);
            break;
        case Tag::time:
            times_.push_back(at);
            break;
        case Tag::a:
            if (tree.attribute(at, "rel") == "tag") tags_.push_back(at);
            break;
        case Tag::title:
            if (title_.empty() && node.end > at + 1 && tree[node.parent].tag != Tag::svg)
                title_ = clean(tree[at + 1].text.substr(0, longest_title));
            break;
        case Tag::link:
            if (canonical_.empty() && tree.attribute(at, "rel") == "canonical")
                canonical_ = text::one_line(tree.attribute(at, "href"));
            break;
        case Tag::script:
            if (node.end > at + 1 &&
                tree.attribute(at, "type").find("ld+json") != std::string_view::npos)
                scripts_.push_back(tree[at + 1].text);
            break;
        default:
            break;
    }
    add_items(tree.attribute(at, "itemprop"), at);
    if (node.tag != Tag::meta) add_items(tree.attribute(at, "property"), at);  // RDFa
}

// "dc:date dc:created" is two, and their vocabulary does not matter.
void PageMetadata::add_items(std::string_view names, NodeId at) {
    names = names.substr(0, longest_name);
    while (!names.empty() && items_.size() < most_meta) {
        const std::size_t end = std::min(names.find(' '), names.size());
        const std::string_view name = names.substr(0, end);
        if (!name.empty()) items_.emplace_back(name.substr(name.find(':') + 1), at);
        names.remove_prefix(std::min(end + 1, names.size()));
    }
}

void PageMetadata::read_meta(const HtmlTree& tree, NodeId at) {
    const std::string_view content = item_value(tree, at).substr(0, longest_content);
    if (content.empty() || meta_.size() >= most_meta) return;
    for (std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
        std::string_view names = tree.attribute(at, key).substr(0, longest_name);
        while (!names.empty()) {  // "dc:title og:title" is two
            const std::size_t end = std::min(names.find(' '), names.size());
            if (end > 0)
                meta_.push_back({text::lower(names.substr(0, end)), content, key == "itemprop"});
            names.remove_prefix(std::min(end + 1, names.size()));
        }
    }
}

std::string PageMetadata::meta(std::span<const std::string_view> names) const {
    for (std::string_view name : names)
        for (const Meta& each : meta_)
            if (each.name == name)
                if (std::string value = clean(each.content); !value.empty()) return value;
    return {};
}

std::vector<std::string> PageMetadata::all_meta(std::string_view name) const {
    std::vector<std::string> values;
    // Items tell of other things too, of every work that an article cites.
    for (const bool items : {false, true}) {
        for (const Meta& each : meta_)
            if (each.name == name && each.is_item == items) values.push_back(clean(each.content));
        if (!values.empty()) break;
    }
    return values;
}

std::vector<NodeId> PageMetadata::items(std::string_view itemprop) const {
    std::vector<NodeId> found;
    for (const auto& [name, at] : items_)
        if (name == itemprop) found.push_back(at);
    return found;
}

}  // namespace morgue::extract
