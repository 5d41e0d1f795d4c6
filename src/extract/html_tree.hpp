#pragma once
// An HTML page as a tree, held in one array in document order. Any input makes a tree, in linear
// time; mistakes of nesting are mended as browsers do, where it matters for reading text.
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html_tokens.hpp"

namespace morgue::extract {

using NodeId = std::uint32_t;

// The descendants of node i are the nodes [i + 1, end), the next sibling is `end`.
struct HtmlNode {
    Tag tag = Tag::other;
    std::uint16_t depth = 0;
    std::uint16_t attribute_count = 0;
    std::uint32_t first_attribute = 0;
    NodeId parent = 0;
    NodeId end = 0;
    std::string_view text;  // of a text node, entities decoded
};

// Points into the page it was read from, which must live as long.
class HtmlTree {
public:
    static constexpr std::uint16_t most_depth = 256;      // deeper elements become siblings
    static constexpr std::size_t most_nodes = 2'000'000;  // the rest of the page is left out

    explicit HtmlTree(std::string_view page);
    HtmlTree(HtmlTree&&) noexcept = default;
    HtmlTree& operator=(HtmlTree&&) noexcept = default;

    // Node 0 is the page itself.
    std::span<const HtmlNode> nodes() const { return nodes_; }
    const HtmlNode& operator[](NodeId id) const { return nodes_[id]; }
    NodeId size() const { return NodeId(nodes_.size()); }

    std::span<const HtmlAttribute> attributes(NodeId id) const;

    // By its name in lower case; empty if there is none.
    std::string_view attribute(NodeId id, std::string_view name) const;
    bool has_attribute(NodeId id, std::string_view name) const;

    bool truncated() const { return truncated_; }

private:
    friend class HtmlTreeBuilder;

    std::vector<HtmlNode> nodes_;
    std::vector<HtmlAttribute> attributes_;
    std::deque<std::string> decoded_;  // texts that are not in the page as such
    bool truncated_ = false;
};

}  // namespace morgue::extract
