#pragma once
// Conditions that Xapian has no operator for, as posting sources. In each segment a document id is
// a seq, so they need not know about segments.
#include <xapian.h>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "index/entry.hpp"
#include "index/facet_columns.hpp"
#include "index/terms.hpp"

namespace morgue::index {

// Exactly these articles; all of them are living, so those between the first and the last document
// of a segment are in it.
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

// Articles that have a value of which a condition holds, by the columns of a facet. To be joined
// with AND to what finds the candidates: only those are looked at.
class ValueSource : public Xapian::PostingSource {
public:
    using Condition = std::function<bool(std::string_view value)>;

    // The columns must live as long.
    ValueSource(std::span<const FacetColumns> columns, Field::Id field,
                std::shared_ptr<const Condition> condition);

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return articles_; }
    Xapian::doccount get_termfreq_max() const override { return articles_; }
    void next(double) override { find(at_ + 1); }
    void skip_to(Xapian::docid seq, double) override { find(seq); }
    bool check(Xapian::docid seq, double) override;
    bool at_end() const override { return at_ > last_; }
    Xapian::docid get_docid() const override { return at_; }
    Xapian::PostingSource* clone() const override {
        return new ValueSource(columns_, field_, condition_);
    }
    void init(const Xapian::Database& segment) override;
    std::string get_description() const override;

private:
    enum class Verdict : std::uint8_t { unknown, no, yes };

    void find(Xapian::docid from);
    bool holds_in(Xapian::docid seq);

    std::span<const FacetColumns> columns_;
    Field::Id field_;
    std::shared_ptr<const Condition> condition_;
    Seq first_ = 0;
    const FacetColumns::Column* column_ = nullptr;  // of the segment
    std::vector<Verdict> verdicts_;                 // by ordinal
    Xapian::docid at_ = 0, last_ = 0;
    Xapian::doccount articles_ = 0;
};

}  // namespace morgue::index
