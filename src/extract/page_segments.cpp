#include "extract/page_segments.hpp"

#include <algorithm>

#include "extract/html_text.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

bool is_sentence_end(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == ':' || c == 0x06D4 || c == 0x0964;
}

bool is_mark(char32_t c) {
    return is_sentence_end(c) || c == ',' || c == ';' || c == 0x3001 || c == 0xFF0C || c == 0x060C;
}

// Quotes and brackets may follow the end of a sentence.
bool is_closing(char32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D ||
           c == 0x201C || c == 0xBB || c == 0xAB || c == 0x300D || c == 0x300F;
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void measure(Segment& segment, std::string_view text, bool in_link) {
    std::uint32_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii_letter(text[at])) {
            const std::size_t from = at;
            while (++at < text.size() && is_ascii_letter(text[at])) {
            }
            letters += std::uint32_t(at - from);
            segment.ends_sentence = false;
            continue;
        }
        const char32_t c = text::decode(text, at);
        if (text::is_space(c)) continue;
        letters += c >= 0x2E80 && c < 0xFB00 ? 2 : 1;
        const bool mark = is_mark(c);
        segment.marks += mark;
        if (mark)
            segment.ends_sentence = is_sentence_end(c);
        else if (!is_closing(c))
            segment.ends_sentence = false;
    }
    segment.letters += letters;
    if (in_link) segment.link_letters += letters;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f") == text.npos;
}

// Walks the tree once. A segment is open until a block begins or ends, or a second <br>.
class Segmenter {
public:
    Segmenter(const HtmlTree& tree, PageSegments& page) : tree_(tree), page_(page), hints_(tree) {
        page_.part.resize(tree.size());
        page_.hidden.resize(tree.size());
        block_.resize(tree.size());
        in_link_.resize(tree.size());
    }

    void run() {
        for (NodeId at = 1; at < tree_.size(); ++at) visit(at);
        finish();
    }

private:
    void visit(NodeId at) {
        const HtmlNode& node = tree_[at];
        block_[at] = traits(node.tag).block ? at : block_[node.parent];
        in_link_[at] = in_link_[node.parent] || node.tag == Tag::a;
        page_.hidden[at] = page_.hidden[node.parent];
        if (node.tag == Tag::text) return add_text(at);
        if (!page_.hidden[at]) {
            const bool whole_page = node.tag == Tag::html || node.tag == Tag::body;
            if (!whole_page) page_.part[at] = hints_.part(at);
            page_.hidden[at] = is_invisible(node.tag) || is_hidden(tree_, at) || is_notice(at);
        }
        if (traits(node.tag).block) last_block_ = at;
        if (node.tag == Tag::a) ++links_;
        if (node.tag == Tag::br && ++breaks_ > 1) finish();
    }

    // A dialogue for consent, not an article about it.
    bool is_notice(NodeId at) const {
        return page_.part[at] == PagePart::consent && tree_[at].end - at < tree_.size() / 3;
    }

    void add_text(NodeId at) {
        if (page_.hidden[at] || is_blank(tree_[at].text)) return;
        if (current_.letters && !belongs(at)) finish();
        if (!current_.letters) {
            current_.block = block_[at];
            current_.first = at;
        }
        measure(current_, tree_[at].text, in_link_[at]);
        current_.last = at;
        breaks_ = 0;
    }

    // No block begins or ends between the last text of the segment and this one.
    bool belongs(NodeId at) const {
        return block_[at] == current_.block && last_block_ < current_.last;
    }

    void finish() {
        if (current_.letters) {
            current_.links = std::uint16_t(std::min(links_, 0xFFFFu));
            page_.segments.push_back(current_);
        }
        current_ = {};
        links_ = breaks_ = 0;
    }

    const HtmlTree& tree_;
    PageSegments& page_;
    PageHints hints_;
    std::vector<NodeId> block_;  // by node: the block it stands in
    std::vector<std::uint8_t> in_link_;
    Segment current_;
    NodeId last_block_ = 0;
    unsigned links_ = 0, breaks_ = 0;
};

void sum_up(const HtmlTree& tree, PageSegments& page) {
    page.good.assign(tree.size(), 0);
    page.bad.assign(tree.size(), 0);
    page.unlinked.assign(tree.size(), 0);
    for (const Segment& segment : page.segments) {
        const auto value = float(prose(segment, tree[segment.block].tag));
        (value > 0 ? page.good : page.bad)[segment.block] += value > 0 ? value : -value;
        page.unlinked[segment.block] += float(segment.letters - segment.link_letters);
    }
    for (NodeId at = tree.size(); --at > 0;) {
        page.good[tree[at].parent] += page.good[at];
        page.bad[tree[at].parent] += page.bad[at];
        page.unlinked[tree[at].parent] += page.unlinked[at];
    }
}

}  // namespace

double prose(const Segment& segment, Tag block) {
    constexpr double most_links = 0.4;
    constexpr std::uint32_t sentence = 25, paragraph = 90;
    const double share = segment.link_share();
    const bool sentence_around_links =
        segment.ends_sentence && segment.letters - segment.link_letters >= sentence;
    if (share >= most_links && !sentence_around_links) return -0.5 * segment.letters;
    if (is_heading(block)) return 0;
    const bool reads = segment.letters >= sentence && segment.ends_sentence && segment.marks > 0;
    if (reads || (segment.letters >= paragraph && segment.marks > 0))
        return segment.letters * (1 - share);
    return -0.2 * std::min(segment.letters, paragraph);
}

PageSegments segment_page(const HtmlTree& tree) {
    PageSegments page;
    Segmenter(tree, page).run();
    sum_up(tree, page);
    return page;
}

}  // namespace morgue::extract
