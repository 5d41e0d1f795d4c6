#pragma once
// Many words counted as one: what Xapian's OP_SYNONYM means, for wildcards that stand for hundreds
// of words. Xapian's own walks a tree as wide as the words for each article; this adds up the
// frequencies of a segment's articles list by list, then walks the sums.
#include <xapian.h>
#include <memory>
#include <string>
#include <vector>

#include "index/mapped_segments.hpp"

namespace morgue::index {

class UnionSource : public Xapian::PostingSource {
public:
    // Terms of the whole database, which weighs them together. `segments`: its own, which must live
    // as long; null leaves all to Xapian.
    UnionSource(const Xapian::Database& whole, std::vector<std::string> terms,
                const MappedSegments* segments = nullptr);

    // Where the tree of OP_SYNONYM gets slower than this.
    static constexpr std::size_t fewest_terms = 16;

    Xapian::doccount get_termfreq_min() const override { return articles_; }
    Xapian::doccount get_termfreq_est() const override { return articles_; }
    Xapian::doccount get_termfreq_max() const override { return articles_; }
    double get_weight() const override;
    void next(double) override;
    void skip_to(Xapian::docid document, double) override;
    bool at_end() const override { return at_ >= frequencies_.size(); }
    Xapian::docid get_docid() const override { return first_ + Xapian::docid(at_); }
    Xapian::PostingSource* clone() const override { return new UnionSource(common_); }
    void init(const Xapian::Database& segment) override;
    std::string get_description() const override;

private:
    struct Common {
        std::vector<std::string> terms;
        const MappedSegments* segments;
        double rarity, average_length;
    };
    using Frequency = std::uint16_t;  // saturated

    explicit UnionSource(std::shared_ptr<const Common> common) : common_(std::move(common)) {}
    void add(const Xapian::Database& segment, const std::string& term);
    void add(Xapian::docid document, std::uint64_t wdf);
    void rest_at(std::size_t at);

    std::shared_ptr<const Common> common_;
    Xapian::Database segment_;
    const MappedSegment* mapped_ = nullptr;
    Xapian::docid first_ = 0;             // of the segment
    std::vector<Frequency> frequencies_;  // of the documents from first_ on
    Xapian::doccount articles_ = 0;       // with a frequency
    std::size_t at_ = 0;
    bool started_ = false;
};

}  // namespace morgue::index
