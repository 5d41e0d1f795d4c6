#include "extract/html_tree.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/html_entities.hpp"

namespace morgue::extract {

namespace {

constexpr bool is_white(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f") == text.npos;
}

bool is_any_of(Tag tag, std::initializer_list<Tag> tags) {
    return std::ranges::find(tags, tag) != tags.end();
}

// Text between their children is only layout.
bool holds_no_text(Tag tag) {
    return is_any_of(tag, {Tag::html, Tag::head, Tag::ul, Tag::ol, Tag::dl, Tag::table, Tag::tbody,
                           Tag::thead, Tag::tfoot, Tag::tr, Tag::select});
}

bool belongs_in_head(Tag tag) {
    return is_any_of(tag, {Tag::meta, Tag::link, Tag::title, Tag::script, Tag::style, Tag::base,
                           Tag::noscript, Tag::template_, Tag::head, Tag::html, Tag::other});
}

// The start tag of some elements closes others that are open, up to the nearest of certain
// ancestors: <li> an earlier <li> of the same list, <tr> the cells and row before it.
struct ImpliedEnd {
    std::initializer_list<Tag> starts, closes, stops;
};

const ImpliedEnd* implied_end(Tag start) {
    static const ImpliedEnd table[] = {
        {{Tag::li}, {Tag::li}, {Tag::ul, Tag::ol, Tag::menu}},
        {{Tag::dt, Tag::dd}, {Tag::dt, Tag::dd}, {Tag::dl}},
        {{Tag::option, Tag::optgroup}, {Tag::option}, {Tag::select}},
        {{Tag::td, Tag::th}, {Tag::td, Tag::th}, {Tag::tr, Tag::table}},
        {{Tag::tr}, {Tag::tr}, {Tag::tbody, Tag::thead, Tag::tfoot, Tag::table}},
        {{Tag::tbody, Tag::thead, Tag::tfoot},
         {Tag::tbody, Tag::thead, Tag::tfoot, Tag::tr, Tag::caption, Tag::colgroup},
         {Tag::table}},
    };
    const auto* found = std::ranges::find_if(
        table, [start](const ImpliedEnd& row) { return is_any_of(start, row.starts); });
    return found == std::end(table) ? nullptr : found;
}

}  // namespace

class HtmlTreeBuilder {
public:
    explicit HtmlTreeBuilder(HtmlTree& tree) : tree_(tree) { push(append(Tag::other)); }

    void add(const HtmlToken& token) {
        switch (token.kind) {
            case HtmlToken::Kind::text:
                return add_text(token.text);
            case HtmlToken::Kind::start:
                return add_start(token);
            case HtmlToken::Kind::end:
                return add_end(token.tag);
        }
    }

    void finish() {
        while (!open_.empty()) pop();
    }

private:
    void add_text(std::string_view text) {
        const Tag parent = tree_[open_.back()].tag;
        if (is_white(text) && (holds_no_text(parent) || after_block_)) return;
        const bool raw = parent == Tag::script || parent == Tag::style || parent == Tag::xmp;
        const NodeId id = append(Tag::text);
        tree_.nodes_[id].text = raw ? text : decoded(text);
        tree_.nodes_[id].end = id + 1;
        after_block_ = false;
    }

    void add_start(const HtmlToken& token) {
        if (is_any_of(token.tag, {Tag::html, Tag::body, Tag::head}) && !seen_.insert(token.tag))
            return;
        make_room_for(token.tag);
        const NodeId id = append(token.tag);
        add_attributes(id, token.attributes);
        const TagTraits& kind = traits(token.tag);
        if (kind.block || token.tag == Tag::br) after_block_ = true;
        if (kind.empty || (token.closed && token.tag == Tag::other))
            tree_.nodes_[id].end = id + 1;
        else
            push(id);
    }

    void add_end(Tag tag) {
        if (tag == Tag::body || tag == Tag::html) return;  // content may follow them
        auto& flattened = flattened_[std::size_t(tag)];
        if (flattened > 0) return void(--flattened);
        if (open_count_[std::size_t(tag)] == 0) return;
        if (traits(tag).block) after_block_ = true;
        const bool inline_end = !traits(tag).block && tag != Tag::other;
        std::size_t at = open_.size();
        while (--at > 0) {
            const Tag open = tree_[open_[at]].tag;
            if (open == tag) break;
            // An inline element ends across a paragraph, but not across larger blocks.
            if (traits(open).boundary && !traits(tag).boundary && tag != Tag::tr) return;
            if (inline_end && traits(open).block && open != Tag::p) return;
        }
        if (at > 0) pop_to(at);
    }

    // Closes what the start tag of `tag` implies to have ended.
    void make_room_for(Tag tag) {
        if (!belongs_in_head(tag) && open_count_[std::size_t(Tag::head)]) close(Tag::head);
        if (tag == Tag::a && open_count_[std::size_t(Tag::a)]) add_end(Tag::a);
        if (traits(tag).ends_paragraph && open_count_[std::size_t(Tag::p)]) close(Tag::p);
        if (is_heading(tag) && is_heading(tree_[open_.back()].tag)) pop_to(open_.size() - 1);
        const ImpliedEnd* row = implied_end(tag);
        if (!row) return;
        std::size_t lowest = 0;
        for (std::size_t at = open_.size(); --at > 0;) {
            const Tag open = tree_[open_[at]].tag;
            if (is_any_of(open, row->closes))
                lowest = at;
            else if (is_any_of(open, row->stops) || traits(open).boundary)
                if (!is_any_of(open, {Tag::td, Tag::th}) || tag != Tag::tr) break;
        }
        if (lowest > 0) pop_to(lowest);
    }

    // The nearest open one, unless it is outside a table cell or the like.
    void close(Tag tag) {
        for (std::size_t at = open_.size(); --at > 0;) {
            const Tag open = tree_[open_[at]].tag;
            if (open == tag) return pop_to(at);
            if (traits(open).boundary || open == Tag::button) return;
        }
    }

    void push(NodeId id) {
        const bool raw = traits(tree_[id].tag).raw;  // its text must not become the parent's
        if (open_.size() >= HtmlTree::most_depth && !raw) {
            ++flattened_[std::size_t(tree_[id].tag)];
            tree_.nodes_[id].end = id + 1;
            return;
        }
        open_.push_back(id);
        ++open_count_[std::size_t(tree_[id].tag)];
    }

    void pop() {
        HtmlNode& node = tree_.nodes_[open_.back()];
        node.end = tree_.size();
        --open_count_[std::size_t(node.tag)];
        open_.pop_back();
    }

    void pop_to(std::size_t at) {
        while (open_.size() > at) pop();
    }

    NodeId append(Tag tag) {
        HtmlNode node;
        node.tag = tag;
        node.depth = std::uint16_t(open_.size());
        node.parent = open_.empty() ? 0 : open_.back();
        tree_.nodes_.push_back(node);
        return tree_.size() - 1;
    }

    void add_attributes(NodeId id, std::span<const HtmlAttribute> attributes) {
        HtmlNode& node = tree_.nodes_[id];
        node.first_attribute = std::uint32_t(tree_.attributes_.size());
        node.attribute_count = std::uint16_t(attributes.size());
        for (const auto& [name, value] : attributes)
            tree_.attributes_.push_back({lower_case(name), decoded(value)});
    }

    std::string_view decoded(std::string_view text) {
        if (text.find('&') == text.npos) return text;
        return tree_.decoded_.emplace_back(decode_entities(text));
    }

    std::string_view lower_case(std::string_view name) {
        const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (std::ranges::none_of(name, is_upper)) return name;
        std::string& copy = tree_.decoded_.emplace_back(name);
        for (char& c : copy)
            if (is_upper(c)) c = char(c + 32);
        return copy;
    }

    // Elements a page has once.
    struct Seen {
        bool html = false, head = false, body = false;
        bool insert(Tag tag) {
            bool& seen = tag == Tag::html ? html : tag == Tag::head ? head : body;
            return !std::exchange(seen, true);
        }
    };

    HtmlTree& tree_;
    std::vector<NodeId> open_;  // from the page down to the element being read
    std::array<std::uint32_t, std::size_t(Tag::count)> open_count_{};
    std::array<std::uint32_t, std::size_t(Tag::count)> flattened_{};  // not open, but not ended
    Seen seen_;
    bool after_block_ = true;  // white space here is only layout
};

HtmlTree::HtmlTree(std::string_view page) {
    nodes_.reserve(std::min(page.size() / 32 + 16, most_nodes));
    HtmlTokens tokens(page);
    HtmlTreeBuilder builder(*this);
    HtmlToken token;
    while (tokens.next(token)) {
        if (nodes_.size() >= most_nodes) {
            truncated_ = true;
            break;
        }
        builder.add(token);
    }
    builder.finish();
}

std::span<const HtmlAttribute> HtmlTree::attributes(NodeId id) const {
    const HtmlNode& node = nodes_[id];
    return std::span(attributes_).subspan(node.first_attribute, node.attribute_count);
}

std::string_view HtmlTree::attribute(NodeId id, std::string_view name) const {
    for (const HtmlAttribute& each : attributes(id))
        if (each.name == name) return each.value;
    return {};
}

bool HtmlTree::has_attribute(NodeId id, std::string_view name) const {
    return std::ranges::any_of(attributes(id), [&](const auto& each) { return each.name == name; });
}

}  // namespace morgue::extract
