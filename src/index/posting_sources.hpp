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

}  // namespace morgue::index
