#pragma once
// What a page says about itself for machines: meta elements (OpenGraph, Dublin Core, those of
// publishing systems), links, microdata and JSON-LD, all gathered in one pass.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html_tree.hpp"
#include "extract/page_json_ld.hpp"

namespace morgue::extract {

class PageMetadata {
public:
    explicit PageMetadata(const HtmlTree& tree);

    // The content of the first name in `names` (lower case) that the page has; empty if none.
    std::string meta(std::span<const std::string_view> names) const;
    std::string meta(std::initializer_list<std::string_view> names) const {
        return meta(std::span(names.begin(), names.size()));
    }
    // Every one of that name; those of microdata only where there is no other.
    std::vector<std::string> all_meta(std::string_view name) const;

    // Elements with this itemprop, or RDFa property, in document order; those about something else
    // than the article (its publisher, a picture) among them.
    std::vector<NodeId> items(std::string_view itemprop) const;

    const LinkedData& linked_data() const { return linked_data_; }
    const std::string& title() const { return title_; }  // of the window
    const std::string& canonical_url() const { return canonical_; }
    std::string_view language() const { return language_; }            // <html lang>
    const std::vector<NodeId>& headings() const { return headings_; }  // <h1> to <h3>
    const std::vector<NodeId>& times() const { return times_; }        // <time>
    const std::vector<NodeId>& tags() const { return tags_; }          // <a rel="tag">

private:
    struct Meta {
        std::string name;
        std::string_view content;
        bool is_item;  // of microdata
    };

    void read(const HtmlTree& tree, NodeId at);
    void read_meta(const HtmlTree& tree, NodeId at);
    void add_items(std::string_view names, NodeId at);

    std::vector<Meta> meta_;
    std::vector<std::pair<std::string_view, NodeId>> items_;
    std::vector<std::string_view> scripts_;
    std::vector<NodeId> headings_, times_, tags_;
    std::string title_, canonical_;
    std::string_view language_;
    LinkedData linked_data_;
};

}  // namespace morgue::extract
