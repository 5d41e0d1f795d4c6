#pragma once
// Conditions that Xapian has no operator for, as posting sources. In each segment a document id is
// a seq, so they need not know about segments.
#include <xapian.h>
#include <memory>
#include <string>
#include <vector>

#include "index/entry.hpp"
#include "index/terms.hpp"

namespace morgue::index {

// Exactly these articles.
class SeqSource : public Xapian::PostingSource {
public:
    explicit SeqSource(std::shared_ptr<const std::vector<Seq>> sorted);

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override;
    Xapian::doccount get_termfreq_max() const override;
    void next(double) override;
    void skip_to(Xapian::docid seq, double) override;
    bool at_end() const override { return at_ == end_; }
    Xapian::docid get_docid() const override { return (*seqs_)[at_]; }
    Xapian::PostingSource* clone() const override { return new SeqSource(seqs_); }
    void init(const Xapian::Database& segment) override;
    std::string get_description() const override;

private:
    std::shared_ptr<const std::vector<Seq>> seqs_;
    std::size_t at_ = 0, begin_ = 0, end_ = 0;
    bool started_ = false;
};

// Words near each other: one of each side's words, at most `span` positions from the first to the
// last.
struct Proximity {
    std::vector<std::vector<std::string>> sides;
    std::uint32_t span = 1;
    bool ordered = false;    // in the order of the sides
    PositionRange within{};  // all of them
};

// Articles in which that is so, checked over the index's own position lists. To be joined with AND
// to the words themselves, which find the candidates.
class ProximitySource : public Xapian::PostingSource {
public:
    explicit ProximitySource(Proximity wanted) : wanted_(std::move(wanted)) {}

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return segment_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const override { return segment_.get_doccount(); }
    void next(double) override { find(at_ + 1); }
    void skip_to(Xapian::docid seq, double) override { find(seq); }
    bool check(Xapian::docid seq, double) override;
    bool at_end() const override { return at_ > last_; }
    Xapian::docid get_docid() const override { return at_; }
    Xapian::PostingSource* clone() const override { return new ProximitySource(wanted_); }
    void init(const Xapian::Database& segment) override;
    std::string get_description() const override;

private:
    void find(Xapian::docid from);
    bool holds(Xapian::docid seq) const;
    std::vector<std::uint32_t> positions(Xapian::docid seq,
                                         const std::vector<std::string>& words) const;

    Proximity wanted_;
    Xapian::Database segment_;
    Xapian::docid at_ = 0, last_ = 0;
};

// Whether one position can be taken from each list (ascending) so that they keep to the span, all
// of them different, in the order of the lists if so asked.
bool close_together(const std::vector<std::vector<std::uint32_t>>& lists, std::uint32_t span,
                    bool ordered);

}  // namespace morgue::index
