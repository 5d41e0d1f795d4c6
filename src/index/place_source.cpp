#include "index/place_source.hpp"

#include <algorithm>

namespace morgue::index {

namespace {

// Beyond so many words the list of an article's words is walked instead of one list for each word.
constexpr std::size_t most_lists = 48;

void collect(const Place& place, std::vector<const Place*>& leaves) {
    if (place.kind == Place::Kind::words) leaves.push_back(&place);
    for (const Place& part : place.of) collect(part, leaves);
}

// Adds the positions within the range; true if there were some.
bool append(Positions& to, Xapian::PositionIterator from, PositionRange within) {
    const std::size_t before = to.size();
    const Xapian::PositionIterator none;
    if (from == none) return false;
    if (within.first > 0) from.skip_to(within.first);
    for (; from != none && *from <= within.last; ++from) to.push_back(*from);
    return to.size() > before;
}

}  // namespace

// Reads positions in one segment, article by article in rising order.
class PlaceSource::Reader : public PositionReader {
public:
    Reader(const Xapian::Database& segment, const Place& place) : segment_(segment) {
        collect(place, leaves_);
        std::size_t total = 0;
        for (const Place* leaf : leaves_) total += leaf->words.size();
        by_article_ = total > most_lists;
        lists_.resize(leaves_.size());
        if (by_article_) return;
        for (std::size_t i = 0; i < leaves_.size(); ++i)
            for (const std::string& word : leaves_[i]->words)
                lists_[i].push_back(segment_.postlist_begin(word));
    }

    void go_to(Xapian::docid seq) {
        seq_ = seq;
        for (Marks& marks : marks_) marks.read = false;
    }

    Positions words(const Place& leaf, PositionRange within) override {
        Positions out;
        const std::size_t found =
            by_article_ ? walk(leaf, within, out) : look_up(leaf, within, out);
        if (found > 1) std::sort(out.begin(), out.end());
        return out;
    }

    const Positions& marks(Mark mark) override {
        Marks& marks = marks_[std::size_t(mark)];
        if (!marks.read) {
            marks.positions.clear();
            const std::string term(mark_terms[std::size_t(mark)]);
            if (!marks.list) marks.list = segment_.postlist_begin(term);
            if (at(*marks.list)) append(marks.positions, marks.list->positionlist_begin(), everywhere);
            marks.read = true;
        }
        return marks.positions;
    }

private:
    struct Marks {
        std::optional<Xapian::PostingIterator> list;
        Positions positions;
        bool read = false;
    };
    static constexpr PositionRange everywhere{0, UINT32_MAX};

    // Whether a list has the article.
    bool at(Xapian::PostingIterator& list) const {
        static const Xapian::PostingIterator none;
        if (list == none) return false;
        if (*list < seq_) list.skip_to(seq_);
        return list != none && *list == seq_;
    }

    // How many words had positions.
    std::size_t look_up(const Place& leaf, PositionRange within, Positions& out) {
        std::size_t found = 0;
        for (Xapian::PostingIterator& list : lists_[leaf.leaf])
            if (at(list)) found += append(out, list.positionlist_begin(), within);
        return found;
    }

    std::size_t walk(const Place& leaf, PositionRange within, Positions& out) {
        std::size_t found = 0;
        auto term = segment_.termlist_begin(seq_);
        const auto end = segment_.termlist_end(seq_);
        for (auto wanted = leaf.words.begin(); wanted != leaf.words.end();) {
            term.skip_to(*wanted);
            if (term == end) break;
            const std::string here = *term;
            wanted = std::lower_bound(wanted, leaf.words.end(), here);
            if (wanted == leaf.words.end() || *wanted != here) continue;
            found += append(out, term.positionlist_begin(), within);
            ++wanted;
        }
        return found;
    }

    const Xapian::Database& segment_;
    std::vector<const Place*> leaves_;                          // by Place::leaf
    std::vector<std::vector<Xapian::PostingIterator>> lists_;  // of each leaf's words
    bool by_article_ = false;
    Xapian::docid seq_ = 0;
    std::array<Marks, std::size_t(Mark::count)> marks_;
};

PlaceSource::PlaceSource(std::shared_ptr<const PlaceCondition> wanted)
    : wanted_(std::move(wanted)) {}
PlaceSource::~PlaceSource() = default;

void PlaceSource::init(const Xapian::Database& segment) {
    segment_ = segment;
    last_ = segment.get_lastdocid();
    at_ = 0;
    reader_ = std::make_unique<Reader>(segment_, wanted_->place);
}

bool PlaceSource::check(Xapian::docid seq, double) {
    at_ = seq;
    return holds_in(seq);
}

void PlaceSource::find(Xapian::docid from) {
    for (at_ = from; at_ <= last_ && !holds_in(at_); ++at_) {
    }
}

bool PlaceSource::holds_in(Xapian::docid seq) {
    reader_->go_to(seq);
    return holds(wanted_->place, wanted_->times, *reader_);
}

std::string PlaceSource::get_description() const {
    const std::string place = describe(wanted_->place);
    return wanted_->times > 1 ? "Place(" + std::to_string(wanted_->times) + " times " + place + ")"
                              : "Place(" + place + ")";
}

}  // namespace morgue::index
