#include "index/place_source.hpp"

#include <algorithm>

#include "index/glass/position_cursor.hpp"
#include "index/glass/position_list.hpp"

namespace morgue::index {

namespace {

// Beyond so many words the list of an article's words is walked instead of one list for each word.
constexpr std::size_t most_lists = 48;

void collect(const Place& place, std::vector<const Place*>& leaves) {
    if (place.kind == Place::Kind::words) leaves.push_back(&place);
    for (const Place& part : place.of) collect(part, leaves);
}

constexpr PositionRange everywhere{0, UINT32_MAX};

// Adds the positions within the range; true if there were some.
bool append_from(Xapian::PositionIterator from, PositionRange within, Positions& to) {
    const std::size_t before = to.size();
    const Xapian::PositionIterator none;
    if (from == none) return false;
    if (within.first > 0) from.skip_to(within.first);
    for (; from != none && *from <= within.last; ++from) to.push_back(*from);
    return to.size() > before;
}

// The positions of one term in one segment, article by article in rising order.
class TermPositions {
public:
    TermPositions(const Xapian::Database& segment, const glass::MappedTable* table,
                  const std::string& term) {
        if (table)
            cursor_.emplace(*table, term);
        else
            list_ = segment.postlist_begin(term);
    }

    bool append(Xapian::docid seq, PositionRange within, Positions& to) {
        if (cursor_) return cursor_->read(seq, within.first, within.last, to);
        const Xapian::PostingIterator none;
        if (list_ == none) return false;
        if (*list_ < seq) list_.skip_to(seq);
        return list_ != none && *list_ == seq &&
               append_from(list_.positionlist_begin(), within, to);
    }

    // Those of an article in order; nothing if there are none.
    bool open(Xapian::docid seq, glass::PositionList& to) {
        const auto list = cursor_->list(seq);
        if (list) to.open(*list);
        return list.has_value();
    }

private:
    std::optional<glass::PositionCursor> cursor_;
    Xapian::PostingIterator list_;  // where there is no table
};

// The positions of several terms in one article as one stream.
class TableStream : public PositionStream {
public:
    void open(std::vector<TermPositions>& terms, Xapian::docid seq) {
        if (lists_.size() < terms.size()) lists_.resize(terms.size());
        open_ = 0;
        for (TermPositions& term : terms) open_ += term.open(seq, lists_[open_]);
    }
    std::uint32_t skip_to(std::uint32_t least) override {
        std::uint32_t first = none;
        for (std::size_t i = 0; i < open_; ++i) first = std::min(first, lists_[i].skip_to(least));
        return first;
    }

private:
    std::vector<glass::PositionList> lists_;
    std::size_t open_ = 0;
};

// Where positions are read all at once.
class ListStream : public PositionStream {
public:
    void open(Positions positions) {
        positions_ = std::move(positions);
        at_ = 0;
    }
    std::uint32_t skip_to(std::uint32_t least) override {
        while (at_ < positions_.size() && positions_[at_] < least) ++at_;
        return at_ < positions_.size() ? positions_[at_] : none;
    }

private:
    Positions positions_;
    std::size_t at_ = 0;
};

}  // namespace

// Reads positions in one segment, article by article in rising order.
class PlaceSource::Reader : public PositionReader {
public:
    Reader(const Xapian::Database& segment, const glass::MappedTable* table, const Place& place)
        : segment_(segment), table_(table) {
        std::vector<const Place*> leaves;
        collect(place, leaves);
        std::size_t total = 0;
        for (const Place* leaf : leaves) total += leaf->words.size();
        by_article_ = total > most_lists;
        streams_.resize(leaves.size() + mark_streams);
        if (by_article_) return;
        for (const Place* leaf : leaves) {
            std::vector<TermPositions>& words = words_.emplace_back();
            for (const std::string& word : leaf->words) words.emplace_back(segment, table, word);
        }
    }

    void go_to(Xapian::docid seq) {
        seq_ = seq;
        for (Marks& marks : marks_) marks.read = false;
        for (Stream& stream : streams_) stream.open = false;
    }

    PositionStream& stream(const Place& leaf) override {
        Stream& stream = streams_[mark_streams + leaf.leaf];
        if (!table_ || by_article_) return stream.of([&] { return words(leaf, everywhere); });
        return stream.of(words_[leaf.leaf], seq_);
    }

    PositionStream& stream(Mark mark) override {
        Stream& stream = streams_[std::size_t(mark)];
        if (!table_) return stream.of([&] { return marks(mark); });
        if (stream.terms.empty())
            stream.terms.emplace_back(segment_, table_, std::string(mark_terms[std::size_t(mark)]));
        return stream.of(stream.terms, seq_);
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
        if (marks.read) return marks.positions;
        if (!marks.term)
            marks.term.emplace(segment_, table_, std::string(mark_terms[std::size_t(mark)]));
        marks.positions.clear();
        marks.term->append(seq_, everywhere, marks.positions);
        marks.read = true;
        return marks.positions;
    }

private:
    struct Marks {
        std::optional<TermPositions> term;
        Positions positions;
        bool read = false;
    };

    struct Stream {
        bool open = false;  // for the present article
        TableStream table;
        ListStream list;
        std::vector<TermPositions> terms;  // of a mark

        PositionStream& of(std::vector<TermPositions>& from, Xapian::docid seq) {
            if (!open) table.open(from, seq);
            open = true;
            return table;
        }
        template <class F>
        PositionStream& of(F&& positions) {
            if (!open) list.open(positions());
            open = true;
            return list;
        }
    };
    static constexpr std::size_t mark_streams = std::size_t(Mark::count);

    // How many words had positions.
    std::size_t look_up(const Place& leaf, PositionRange within, Positions& out) {
        std::size_t found = 0;
        for (TermPositions& word : words_[leaf.leaf]) found += word.append(seq_, within, out);
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
            found += append_from(term.positionlist_begin(), within, out);
            ++wanted;
        }
        return found;
    }

    const Xapian::Database& segment_;
    const glass::MappedTable* table_;
    std::vector<std::vector<TermPositions>> words_;  // by Place::leaf
    bool by_article_ = false;
    Xapian::docid seq_ = 0;
    std::array<Marks, std::size_t(Mark::count)> marks_;
    std::vector<Stream> streams_;  // of the marks, then of the leaves
};

PlaceSource::PlaceSource(std::shared_ptr<const PlaceCondition> wanted,
                         const MappedSegments* segments)
    : wanted_(std::move(wanted)), segments_(segments) {}
PlaceSource::~PlaceSource() = default;

void PlaceSource::init(const Xapian::Database& segment) {
    segment_ = segment;
    last_ = segment.get_lastdocid();
    at_ = 0;
    const auto* mapped = segments_ ? segments_->find(segment.get_uuid()) : nullptr;
    reader_ =
        std::make_unique<Reader>(segment_, mapped ? &mapped->positions : nullptr, wanted_->place);
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
