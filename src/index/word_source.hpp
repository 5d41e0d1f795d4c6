#pragma once
// A word, or a few that count as one, ranked by BM25: what Xapian's term or OP_SYNONYM means, read
// from the mapped tables. What cannot get among the best hits is passed over while it is read.
#include <xapian.h>
#include <memory>
#include <string>
#include <vector>

#include "index/glass/posting_cursor.hpp"
#include "index/mapped_segments.hpp"

namespace morgue::index {

class WordSource : public Xapian::PostingSource {
public:
    // `segments`: of the whole database, all known; must live as long. `scale`: the most that the
    // query may multiply these weights by.
    WordSource(const Xapian::Database& whole, std::vector<std::string> terms,
               const MappedSegments& segments, double scale = 1);

    Xapian::doccount get_termfreq_min() const override { return least_; }
    Xapian::doccount get_termfreq_est() const override { return likely_; }
    Xapian::doccount get_termfreq_max() const override { return most_; }
    double get_weight() const override;
    void next(double least_weight) override;
    void skip_to(Xapian::docid document, double least_weight) override;
    bool at_end() const override { return document_ == glass::PostingCursor::at_end; }
    Xapian::docid get_docid() const override { return document_; }
    Xapian::PostingSource* clone() const override { return new WordSource(common_); }
    void init(const Xapian::Database& segment) override;
    std::string get_description() const override;

private:
    struct Common {
        std::vector<std::string> terms;
        const MappedSegments& segments;
        double rarity;
        double length_share;  // of one word in the average length
        double scale;
    };

    explicit WordSource(std::shared_ptr<const Common> common) : common_(std::move(common)) {}
    double most_weight(double occurrences) const;
    void settle(double least_weight);
    void gather();
    void leave_document();
    double base() const;
    bool weighs(double least) const;

    std::shared_ptr<const Common> common_;
    const MappedSegment* segment_ = nullptr;
    std::vector<glass::PostingCursor> lists_;  // of the terms that are there
    Xapian::doccount least_ = 0, likely_ = 0, most_ = 0;
    Xapian::docid document_ = 0;
    double frequency_ = 0;
    bool started_ = false;
};

}  // namespace morgue::index
