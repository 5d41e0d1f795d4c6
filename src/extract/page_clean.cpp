// What inside an article's container is not its text.
#include <algorithm>

#include "extract/extract.hpp"
#include "extract/html_text.hpp"
#include "extract/page_content.hpp"
#include "extract/page_lines.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

constexpr float longest_label = 200;  // of a byline or date; more is text that was named so

bool is_list(Tag tag) {
    switch (tag) {
        case Tag::ul:
        case Tag::ol:
        case Tag::dl:
        case Tag::div:
        case Tag::section:
        case Tag::table:
            return true;
        default:
            return false;
    }
}

// Short lines of these are content as they are.
bool is_entry(Tag tag) {
    return tag == Tag::li || tag == Tag::td || tag == Tag::th || tag == Tag::pre ||
           tag == Tag::dd || tag == Tag::dt;
}

class Cleaner {
public:
    explicit Cleaner(const Page& page)
        : page_(page), tree_(page.tree), container_(page.container), clutter_(page.tree.size()) {
        for (const Segment& each : page.segments.segments)
            if (each.first > container_ && each.last < tree_[container_].end)
                segments_.push_back(&each);
    }

    std::vector<std::uint8_t> run() {
        drop_elements();
        drop_link_lists();
        drop_lines();
        auto lines = clutter_;
        trim_head();
        trim_tail();
        drop_lonely_headings();
        if (std::ranges::all_of(segments_, [&](auto* each) { return dropped(*each); })) {
            clutter_ = std::move(lines);  // verse, lists: no paragraph to begin or end with
            drop_byline();
        }
        return std::move(clutter_);
    }

private:
    // What an element is, or is called, tells; unless it holds much of the text.
    void drop_elements() {
        constexpr float much = 0.4F;
        const float all = page_.segments.good[container_];
        float before = 0;  // prose in the paragraphs above
        for (NodeId at = container_ + 1; at < tree_[container_].end; ++at) {
            if (clutter_[tree_[at].parent]) clutter_[at] = true;
            if (clutter_[at] || tree_[at].tag == Tag::text) continue;
            if (page_.segments.hidden[at])
                clutter_[at] = true;
            else if (is_apart(at) && page_.segments.good[at] < much * all)
                clutter_[at] = true;
            else if (is_closing_note(at, before))
                clutter_[at] = true;
            if (tree_[at].tag == Tag::p) before += page_.segments.good[at];
        }
        if (remaining_prose() < 0.3 * double(all)) restore_elements();
    }

    // Of the author, below the text.
    bool is_closing_note(NodeId at, float before) const {
        constexpr float most = 0.7F, small = 0.25F;
        const float all = page_.segments.good[container_];
        return page_.segments.part[at] == PagePart::byline && before > most * all &&
               page_.segments.good[at] < small * all;
    }

    double remaining_prose() const {
        double sum = 0;
        for (const Segment* each : segments_)
            if (!dropped(*each)) sum += std::max(value(*each), 0.0);
        return sum;
    }

    // Names and kinds that would leave little are not what they seem: a gallery's captions.
    void restore_elements() {
        for (NodeId at = container_ + 1; at < tree_[container_].end; ++at)
            clutter_[at] = page_.segments.hidden[at] || clutter_[tree_[at].parent] ||
                           page_.segments.part[at] == PagePart::comments ||
                           (is_apart(at) && page_.segments.good[at] < page_.segments.bad[at]);
    }

    bool is_apart(NodeId at) const {
        switch (tree_[at].tag) {
            case Tag::nav:
            case Tag::footer:
            case Tag::aside:
            case Tag::figure:
            case Tag::form:
            case Tag::figcaption:
            case Tag::header:
            case Tag::menu:
            case Tag::label:
                return true;
            case Tag::blockquote:
                return false;  // a quoted post is named for its network
            default:
                break;
        }
        switch (page_.segments.part[at]) {
            case PagePart::clutter:
            case PagePart::comments:
            case PagePart::caption:
                return true;
            case PagePart::byline:
            case PagePart::date:
            case PagePart::kicker:
                return page_.segments.good[at] < longest_label;
            default:
                return false;
        }
    }

    // Lists, and boxes like them, that are mostly links.
    void drop_link_lists() {
        constexpr double mostly = 0.5;
        std::vector<std::uint32_t> letters(tree_.size()), linked(tree_.size());
        for (const Segment* each : segments_) {
            if (dropped(*each) || leads_elsewhere(*each)) continue;
            letters[each->block] += each->letters;
            linked[each->block] += each->link_letters;
        }
        for (NodeId at = tree_[container_].end; --at > container_;) {
            letters[tree_[at].parent] += letters[at];
            linked[tree_[at].parent] += linked[at];
            if (is_list(tree_[at].tag) && linked[at] > mostly * letters[at]) drop(at);
        }
    }

    void drop_lines() {
        const std::string headline = text::fold(page_.headline);
        bool in_pointers = false;  // below a line like "Read more:"
        for (const Segment* each : segments_) {
            if (dropped(*each)) continue;
            const std::string line = text_of(*each);
            const bool short_or_link = each->link_letters > 0 || line.size() < 70;
            const bool pointer = short_or_link && points_away(line);
            const bool repeats = is_heading(tag_of(*each)) && text::fold(line) == headline;
            if (pointer || repeats || is_boilerplate(line) || is_bare_link(*each))
                drop_segment(*each);
            else if (in_pointers && each->link_share() > 0.3)
                drop_segment(*each);
            else
                in_pointers = false;
            if (pointer) in_pointers = true;
        }
    }

    // A paragraph that is one link within the site and no sentence.
    bool is_bare_link(const Segment& segment) const {
        constexpr double nearly_all = 0.75;
        return segment.link_share() > nearly_all && !segment.ends_sentence &&
               !is_entry(tag_of(segment)) && !leads_elsewhere(segment);
    }

    // Whether its link is to another site: what an article cites, not what a site offers.
    bool leads_elsewhere(const Segment& segment) const {
        if (page_.host.empty() || segment.link_letters == 0) return false;
        for (NodeId at = segment.first; at <= segment.last; ++at) {
            if (tree_[at].tag != Tag::text) continue;
            NodeId link = tree_[at].parent;
            while (link > container_ && tree_[link].tag != Tag::a) link = tree_[link].parent;
            if (link > container_) return is_other_site(tree_.attribute(link, "href"), page_.host);
        }
        return false;
    }

    double value(const Segment& segment) const { return prose(segment, tag_of(segment)); }

    // A paragraph, however short, of what the page names as the text and nothing more.
    bool is_surely_text(const Segment& segment) const {
        return page_.segments.part[container_] == PagePart::text && tag_of(segment) == Tag::p &&
               tree_[segment.block].parent == container_ && segment.link_letters == 0;
    }

    // Labels before the first paragraph: kickers, bylines, dates, counts of shares.
    void trim_head() {
        constexpr std::uint32_t long_line = 40;
        for (const Segment* each : segments_) {
            if (dropped(*each)) continue;
            const bool byline = names_author(*each);
            if (is_surely_text(*each) && !byline) return;
            if (value(*each) > 0 && !byline) return;
            if (each->letters >= long_line && each->link_letters == 0 && !byline) continue;
            drop_segment(*each);
        }
    }

    // The first line, if it is one.
    void drop_byline() {
        const auto first =
            std::ranges::find_if(segments_, [&](auto* each) { return !dropped(*each); });
        if (first != segments_.end() && names_author(**first)) drop_segment(**first);
    }

    bool names_author(const Segment& segment) const {
        constexpr std::uint32_t longest = 100;
        return segment.letters < longest && is_byline(text_of(segment));
    }

    // And after the last one.
    void trim_tail() {
        for (auto at = segments_.rbegin(); at != segments_.rend(); ++at) {
            if (dropped(**at)) continue;
            const bool sign_off = is_sign_off(text_of(**at));
            if (!sign_off && is_surely_text(**at)) return;
            if (!sign_off && value(**at) > 0) return;
            if (!sign_off && (is_entry(tag_of(**at)) || leads_elsewhere(**at))) return;
            drop_segment(**at);
        }
    }

    // A heading that heads nothing.
    void drop_lonely_headings() {
        bool text_follows = false;
        for (auto at = segments_.rbegin(); at != segments_.rend() && !text_follows; ++at) {
            if (dropped(**at)) continue;
            if (is_heading(tag_of(**at)))
                drop_segment(**at);
            else
                text_follows = true;
        }
    }

    Tag tag_of(const Segment& segment) const { return tree_[segment.block].tag; }

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

    const Page& page_;
    const HtmlTree& tree_;
    const NodeId container_;
    std::vector<std::uint8_t> clutter_;
    std::vector<const Segment*> segments_;  // inside the container
};

}  // namespace

std::vector<std::uint8_t> find_clutter(const Page& page) {
    return Cleaner(page).run();
}

}  // namespace morgue::extract
