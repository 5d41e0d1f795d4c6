// What inside an article's container is not its text.
#include <algorithm>
#include <array>

#include "extract/extract.hpp"
#include "extract/html_text.hpp"
#include "extract/page_content.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

// Lines that lead away from the article begin so.
// clang-format off
constexpr std::string_view lead_aways[] = {
    "read more", "read also", "also read", "read next", "read:", "related:", "related stories",
    "related articles", "more:", "more on this", "see also", "see more", "watch:", "watch now",
    "click here", "sign up", "subscribe", "follow us", "follow @", "share this", "don't miss",
    "advertisement", "continue reading", "story continues", "recommended", "up next", "listen:",
    "lesen sie auch", "mehr zum thema", "lesen sie mehr", "lesetipp", "zum thema", "anzeige",
    "lire aussi", "a lire aussi", "à lire aussi", "sur le meme sujet", "sur le même sujet",
    "lea también", "lea tambien", "lea más", "lea:", "lee también", "lee tambien", "te puede interesar",
    "leia também", "leia mais", "saiba mais", "leggi anche", "lees ook", "läs mer", "läs också",
    "les også", "læs også", "lue myös", "czytaj też", "zobacz też", "читайте также", "czytaj także",
};
// clang-format on

class Cleaner {
public:
    Cleaner(const HtmlTree& tree, const PageSegments& page, NodeId container)
        : tree_(tree), page_(page), container_(container), clutter_(tree.size()) {
        const auto inside = [&](const Segment& each) {
            return each.first > container_ && each.last < tree_[container_].end;
        };
        for (const Segment& each : page.segments)
            if (inside(each)) segments_.push_back(&each);
    }

    std::vector<std::uint8_t> run(std::string_view headline) {
        drop_elements();
        drop_link_lists();
        drop_lines(headline);
        trim_head();
        trim_tail();
        drop_lonely_headings();
        return std::move(clutter_);
    }

private:
    // What an element is called, or is, tells.
    void drop_elements() {
        constexpr float most = 0.4F;
        const float all = page_.good[container_];
        for (NodeId at = container_ + 1; at < tree_[container_].end; ++at) {
            if (clutter_[tree_[at].parent]) clutter_[at] = true;
            if (clutter_[at] || tree_[at].tag == Tag::text) continue;
            const bool drop = page_.hidden[at] || is_apart(at);
            if (drop && (page_.hidden[at] || page_.good[at] < most * all)) clutter_[at] = true;
        }
    }

    bool is_apart(NodeId at) const {
        switch (tree_[at].tag) {
            case Tag::nav: case Tag::footer: case Tag::aside: case Tag::figure: case Tag::form:
            case Tag::figcaption: case Tag::header: case Tag::menu: case Tag::label:
                return true;
            default: break;
        }
        switch (page_.part[at]) {
            case PagePart::clutter: case PagePart::comments: case PagePart::caption: return true;
            case PagePart::byline: case PagePart::date: case PagePart::kicker: return page_.good[at] < 200;
            default: return false;
        }
    }

    // Blocks that are mostly links.
    void drop_link_lists() {
        constexpr double most_links = 0.5;
        std::vector<std::uint32_t> letters(tree_.size()), linked(tree_.size()), links(tree_.size());
        for (const Segment* each : segments_) {
            if (dropped(*each)) continue;
            letters[each->block] += each->letters;
            linked[each->block] += each->link_letters;
            links[each->block] += each->link_letters > 0;
        }
        for (NodeId at = tree_[container_].end; --at > container_;) {
            const NodeId parent = tree_[at].parent;
            letters[parent] += letters[at];
            linked[parent] += linked[at];
            links[parent] += links[at];
            const bool list = tree_[at].tag == Tag::ul || tree_[at].tag == Tag::ol ||
                              tree_[at].tag == Tag::div || tree_[at].tag == Tag::section ||
                              tree_[at].tag == Tag::table || tree_[at].tag == Tag::dl;
            if (list && links[at] > 0 && linked[at] > most_links * letters[at]) drop(at);
        }
    }

    void drop_lines(std::string_view headline) {
        const std::string title = text::fold(headline);
        for (const Segment* each : segments_) {
            if (dropped(*each) || each->letters > 300) continue;
            const std::string line = text_of(*each);
            if (leads_away(*each, line) || is_rights(line)) drop_segment(*each);
            else if (!title.empty() && is_heading(tree_[each->block].tag) && text::fold(line) == title)
                drop_segment(*each);
        }
    }

    bool leads_away(const Segment& segment, const std::string& line) const {
        const std::string folded = text::lower(line);
        const bool leads = std::ranges::any_of(
            lead_aways, [&](std::string_view each) { return folded.starts_with(each); });
        if (leads && (segment.link_letters > 0 || segment.letters < 60)) return true;
        // A whole paragraph that is one link and no sentence.
        return segment.link_share() > 0.9 && !segment.ends_sentence && tree_[segment.block].tag != Tag::li;
    }

    static bool is_rights(std::string_view line) {
        return line.starts_with("©") || line.starts_with("Copyright ©") ||
               line.starts_with("(c) 20") || line.starts_with("Copyright 20");
    }

    double value(const Segment& segment) const { return prose(segment, tree_[segment.block].tag); }

    // Labels before the first paragraph: kickers, bylines, dates, counts of shares.
    void trim_head() {
        for (const Segment* each : segments_) {
            if (dropped(*each)) continue;
            if (value(*each) > 0 && !is_byline(text_of(*each))) return;
            drop_segment(*each);
        }
    }

    // And after the last one.
    void trim_tail() {
        for (auto at = segments_.rbegin(); at != segments_.rend(); ++at) {
            if (dropped(**at)) continue;
            const Tag tag = tree_[(*at)->block].tag;
            const bool keeps = tag == Tag::li || tag == Tag::td || tag == Tag::pre || tag == Tag::th;
            if (value(**at) > 0 || keeps) return;
            drop_segment(**at);
        }
    }

    // A heading that heads nothing.
    void drop_lonely_headings() {
        bool text_follows = false;
        int level_after = 0;
        for (auto at = segments_.rbegin(); at != segments_.rend(); ++at) {
            if (dropped(**at)) continue;
            const Tag tag = tree_[(*at)->block].tag;
            if (!is_heading(tag)) {
                text_follows = true;
                level_after = 0;
                continue;
            }
            if (!text_follows) drop_segment(**at);
            level_after = int(tag);
        }
        (void)level_after;
    }

    bool dropped(const Segment& segment) const { return clutter_[segment.first]; }

    void drop(NodeId at) { std::fill(clutter_.begin() + at, clutter_.begin() + tree_[at].end, 1); }

    void drop_segment(const Segment& segment) {
        for (NodeId at = segment.first; at <= segment.last; ++at)
            if (tree_[at].tag == Tag::text) clutter_[at] = true;
    }

    std::string text_of(const Segment& segment) const {
        std::string text;
        for (NodeId at = segment.first; at <= segment.last; ++at)
            if (tree_[at].tag == Tag::text && !clutter_[at]) text += tree_[at].text;
        return text::one_line(text);
    }

    const HtmlTree& tree_;
    const PageSegments& page_;
    const NodeId container_;
    std::vector<std::uint8_t> clutter_;
    std::vector<const Segment*> segments_;  // inside the container
};

}  // namespace

std::vector<std::uint8_t> find_clutter(const HtmlTree& tree, const PageSegments& page,
                                       NodeId container, std::string_view headline) {
    return Cleaner(tree, page, container).run(headline);
}

}  // namespace morgue::extract
