#pragma once
// Words that are alternatives, ranked by the sum of their weights: what Xapian's OP_OR of them
// means. Once the best hits are good, a word that cannot get an article among them by itself is
// looked up only where one of the others stands (MaxScore: H. Turtle and J. Flood, "Query
// evaluation: strategies and optimizations", 1995).
#include <xapian.h>
#include <memory>
#include <string>
#include <vector>

#include "index/word_source.hpp"

namespace morgue::index {

class AnySource : public Xapian::PostingSource {
public:
    struct Clause {
        std::vector<std::string> terms;  // that count as one word
        double factor = 1;               // of its weight
    };

    // As of WordSource.
    AnySource(const Xapian::Database& whole, std::vector<Clause> clauses,
              const MappedSegments& segments);

    Xapian::doccount get_termfreq_min() const override { return least_; }
    Xapian::doccount get_termfreq_est() const override { return likely_; }
    Xapian::doccount get_termfreq_max() const override { return most_; }
    double get_weight() const override;
    void next(double least_weight) override;
    void skip_to(Xapian::docid document, double least_weight) override;
    bool at_end() const override { return document_ == nowhere; }
    Xapian::docid get_docid() const override { return document_; }
    Xapian::PostingSource* clone() const override { return new AnySource(words_); }
    void init(const Xapian::Database& segment) override;
    std::string get_description() const override;

private:
    static constexpr Xapian::docid nowhere = glass::PostingCursor::at_end;

    struct Word {
        std::shared_ptr<WordSource> source;
        double factor, most;  // of its weight

        Xapian::docid at() const { return source->get_docid(); }
        double weight() const { return factor * source->get_weight(); }
    };
    using Words = std::vector<Word>;

    explicit AnySource(std::shared_ptr<const Words> words) : words_(std::move(words)) {}
    void settle(double least_weight);
    Xapian::docid first_of_needed(std::size_t spare) const;
    bool weighs(std::size_t spare, double least);

    std::shared_ptr<const Words> words_;  // of the whole database
    Words here_;                          // of the segment, those that it has
    std::vector<Word*> by_most_;          // the one that weighs least first
    std::vector<double> most_so_far_;     // what it and those before it can weigh together
    Xapian::doccount least_ = 0, likely_ = 0, most_ = 0;
    Xapian::docid document_ = 0;
};

}  // namespace morgue::index
