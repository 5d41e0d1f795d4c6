#include "index/posting_sources.hpp"

#include <algorithm>

namespace morgue::index {

SeqSource::SeqSource(std::shared_ptr<const std::vector<Seq>> sorted) : seqs_(std::move(sorted)) {}

Xapian::doccount SeqSource::get_termfreq_est() const {
    return Xapian::doccount(end_ - begin_);
}
Xapian::doccount SeqSource::get_termfreq_max() const {
    return Xapian::doccount(end_ - begin_);
}

void SeqSource::init(const Xapian::Database& segment) {
    const auto all = segment.postlist_begin("");
    const auto first = all == segment.postlist_end("") ? Seq(0) : Seq(*all);
    const auto from = std::lower_bound(seqs_->begin(), seqs_->end(), first);
    const auto to = std::upper_bound(from, seqs_->end(), segment.get_lastdocid());
    begin_ = std::size_t(from - seqs_->begin());
    end_ = std::size_t(to - seqs_->begin());
    at_ = begin_;
    started_ = false;
}

void SeqSource::next(double) {
    if (started_) ++at_;
    started_ = true;
}

void SeqSource::skip_to(Xapian::docid seq, double) {
    started_ = true;
    const auto from = seqs_->begin() + std::ptrdiff_t(at_);
    const auto to = seqs_->begin() + std::ptrdiff_t(end_);
    at_ = std::size_t(std::lower_bound(from, to, seq) - seqs_->begin());
}

std::string SeqSource::get_description() const {
    return "Articles(" + std::to_string(seqs_->size()) + ")";
}

ValueSource::ValueSource(std::span<const FacetColumns> columns, Field::Id field,
                         std::shared_ptr<const Condition> condition)
    : columns_(columns), field_(field), condition_(std::move(condition)) {}

void ValueSource::init(const Xapian::Database& segment) {
    last_ = segment.get_lastdocid();
    articles_ = segment.get_doccount();
    at_ = 0;
    column_ = nullptr;
    for (const FacetColumns& columns : columns_)
        if (columns.first() <= last_ && last_ <= columns.last()) {
            column_ = columns.column(field_);
            first_ = columns.first();
        }
    verdicts_.assign(column_ ? column_->values() : 0, Verdict::unknown);
}

bool ValueSource::check(Xapian::docid seq, double) {
    at_ = seq;
    return holds_in(seq);
}

void ValueSource::find(Xapian::docid from) {
    for (at_ = std::max<Xapian::docid>(from, first_); at_ <= last_ && !holds_in(at_); ++at_) {
    }
}

bool ValueSource::holds_in(Xapian::docid seq) {
    if (!column_) return false;
    const auto holds = [&](std::uint32_t raw) {
        const std::uint32_t ordinal = column_->ordinal(raw);
        Verdict& verdict = verdicts_[ordinal];
        if (verdict == Verdict::unknown)
            verdict = (*condition_)(column_->value(ordinal)) ? Verdict::yes : Verdict::no;
        return verdict == Verdict::yes;
    };
    const auto values = column_->of(seq - first_);
    return std::any_of(values.begin(), values.end(), holds);
}

std::string ValueSource::get_description() const {
    return "Values(" + std::string(field(field_).name) + ')';
}

}  // namespace morgue::index
