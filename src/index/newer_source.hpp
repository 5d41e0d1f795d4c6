#pragma once
// The article versions stored after one, as a posting source.
#include <xapian.h>

#include "index/entry.hpp"

namespace morgue::index {

class NewerSource : public Xapian::PostingSource {
public:
    explicit NewerSource(Seq after) : after_(after) {}

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return most_; }
    Xapian::doccount get_termfreq_max() const override { return most_; }
    void next(double) override;
    void skip_to(Xapian::docid seq, double) override;
    bool at_end() const override { return started_ && at_ == end_; }
    Xapian::docid get_docid() const override { return *at_; }
    NewerSource* clone() const override { return new NewerSource(after_); }
    void init(const Xapian::Database& segment) override;
    std::string get_description() const override { return "Newer(" + std::to_string(after_) + ")"; }

private:
    Seq after_;
    Xapian::doccount most_ = 0;
    Xapian::PostingIterator at_, end_;
    bool started_ = false;
};

}  // namespace morgue::index
