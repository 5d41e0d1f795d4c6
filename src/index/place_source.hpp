#pragma once
// Articles in which a place holds, as a posting source. To be joined with AND to the words
// themselves, which find the candidates: only those are looked at.
#include <xapian.h>
#include <memory>

#include "index/mapped_segments.hpp"
#include "index/places.hpp"

namespace morgue::index {

struct PlaceCondition {
    Place place;              // its leaves numbered
    std::uint32_t times = 1;  // at least so many of it that do not overlap
};

// In each segment a document id is a seq, so it need not know about segments.
class PlaceSource : public Xapian::PostingSource {
public:
    // `segments`: those of the snapshot, which must live as long; null leaves all to Xapian.
    PlaceSource(std::shared_ptr<const PlaceCondition> wanted, const MappedSegments* segments);
    ~PlaceSource() override;

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return segment_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const override { return segment_.get_doccount(); }
    void next(double) override { find(at_ + 1); }
    void skip_to(Xapian::docid seq, double) override { find(seq); }
    bool check(Xapian::docid seq, double) override;
    bool at_end() const override { return at_ > last_; }
    Xapian::docid get_docid() const override { return at_; }
    Xapian::PostingSource* clone() const override { return new PlaceSource(wanted_, segments_); }
    void init(const Xapian::Database& segment) override;
    std::string get_description() const override;

private:
    class Reader;

    void find(Xapian::docid from);
    bool holds_in(Xapian::docid seq);

    std::shared_ptr<const PlaceCondition> wanted_;
    const MappedSegments* segments_;
    Xapian::Database segment_;
    std::unique_ptr<Reader> reader_;
    Xapian::docid at_ = 0, last_ = 0;
};

}  // namespace morgue::index
