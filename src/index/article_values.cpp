#include "index/article_values.hpp"

#include "index/guard.hpp"

namespace morgue::index {

namespace {

bool holds(const FacetColumns& columns, Seq seq) {
    return columns.first() <= seq && seq <= columns.last();
}

}  // namespace

const std::string& ValueColumn::at(Seq seq) {
    value_.clear();
    guard("the index", [&] {
        if (segment_ == nowhere || seq < last_ ||
            !holds(snapshot_.facet_columns()[segment_], seq)) {
            const auto segment = snapshot_.segment_of(seq);
            if (!segment) return;
            segment_ = *segment;
            here_ = snapshot_.segment(segment_).valuestream_begin(slot_);
            end_ = snapshot_.segment(segment_).valuestream_end(slot_);
        }
        last_ = seq;
        if (here_ == end_) return;
        if (here_.get_docid() < seq) here_.skip_to(seq);
        if (here_ != end_ && here_.get_docid() == seq) value_ = *here_;
    });
    return value_;
}

std::optional<PublishedColumn::Span> PublishedColumn::at(Seq seq) {
    const std::string& first = first_.at(seq);
    if (first.empty()) return std::nullopt;
    const std::string& last = last_.at(seq);  // none: the same
    const auto begin = decode_time(first);
    return Span{begin, last.empty() ? begin : decode_time(last)};
}

std::uint32_t WordsColumn::at(Seq seq) {
    std::uint32_t out = 0;
    for (const char byte : column_.at(seq)) out = out << 8 | static_cast<unsigned char>(byte);
    return out;
}

bool TermColumn::at(Seq seq) {
    return guard("the index", [&] {
        if (!segment_ || seq < last_ || !holds(snapshot_.facet_columns()[*segment_], seq)) {
            segment_ = snapshot_.segment_of(seq);
            if (!segment_) return false;
            here_ = snapshot_.segment(*segment_).postlist_begin(term_);
            end_ = snapshot_.segment(*segment_).postlist_end(term_);
        }
        last_ = seq;
        if (here_ == end_) return false;
        if (*here_ < seq) here_.skip_to(seq);
        return here_ != end_ && *here_ == seq;
    });
}

FacetColumn::FacetColumn(const Snapshot& snapshot, Field::Id facet) : snapshot_(snapshot) {
    for (const FacetColumns& columns : snapshot.facet_columns()) {
        const auto* column = columns.column(facet);
        parts_.push_back({column, columns.first(),
                          std::vector<std::uint32_t>(column ? column->values() : 0, unknown)});
    }
}

std::span<const std::uint32_t> FacetColumn::at(Seq seq) {
    read_.clear();
    if (segment_ >= parts_.size() || !holds(snapshot_.facet_columns()[segment_], seq)) {
        const auto found = snapshot_.segment_of(seq);
        if (!found) return read_;
        segment_ = *found;
    }
    Part& part = parts_[segment_];
    if (!part.column) return read_;
    for (const std::uint32_t raw : part.column->of(seq - part.first)) {
        const std::uint32_t ordinal = part.column->ordinal(raw);
        std::uint32_t& number = part.numbers[ordinal];
        if (number == unknown) {
            const std::string_view value = part.column->value(ordinal);
            const auto [known, fresh] = known_.try_emplace(value, std::uint32_t(values_.size()));
            if (fresh) values_.push_back(value);
            number = known->second;
        }
        read_.push_back(number);
    }
    return read_;
}

std::uint32_t FacetColumn::number(std::string_view value) {
    if (const auto known = known_.find(value); known != known_.end()) return known->second;
    asked_.push_back(std::make_unique<std::string>(value));
    values_.push_back(*asked_.back());
    return known_[values_.back()] = std::uint32_t(values_.size() - 1);
}

}  // namespace morgue::index
