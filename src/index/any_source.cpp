#include "index/any_source.hpp"

#include <algorithm>

#include "index/ranking.hpp"

namespace morgue::index {

AnySource::AnySource(const Xapian::Database& whole, std::vector<Clause> clauses,
                     const MappedSegments& segments) {
    auto words = std::make_shared<Words>();
    for (Clause& clause : clauses)
        words->push_back({std::make_shared<WordSource>(whole, std::move(clause.terms), segments),
                          clause.factor, 0});
    words_ = std::move(words);
}

void AnySource::init(const Xapian::Database& segment) {
    here_.clear();
    const Xapian::doccount articles = segment.get_doccount();
    ranking::Spread having(articles);
    least_ = most_ = 0;
    for (const Word& word : *words_) {
        const std::shared_ptr<WordSource> source(static_cast<WordSource*>(word.source->clone()));
        source->init(segment);
        if (source->get_termfreq_max() == 0) continue;
        source->next(0);
        least_ = std::max(least_, source->get_termfreq_min());
        most_ = std::min(articles, most_ + source->get_termfreq_max());
        having.add(source->get_termfreq_est());
        here_.push_back({source, word.factor, word.factor * source->get_maxweight()});
    }
    likely_ = std::clamp(Xapian::doccount(having.any()), least_, most_);
    by_most_.clear();
    for (Word& word : here_) by_most_.push_back(&word);
    std::stable_sort(by_most_.begin(), by_most_.end(),
                     [](const Word* a, const Word* b) { return a->most < b->most; });
    most_so_far_.clear();
    double sum = 0;
    for (const Word* word : by_most_) most_so_far_.push_back(sum += word->most);
    set_maxweight(sum);
    document_ = 0;
}

// Always in the same order, so that equals are equal.
double AnySource::get_weight() const {
    double sum = 0;
    for (const Word& word : here_)
        if (word.at() == document_) sum += word.weight();
    return sum;
}

void AnySource::next(double least_weight) {
    skip_to(document_ + 1, least_weight);
}

void AnySource::skip_to(Xapian::docid document, double least_weight) {
    if (document < document_) return;
    document_ = document;
    settle(least_weight);
}

// To the first document from document_ on that weighs as much.
void AnySource::settle(double least_weight) {
    constexpr double hair = 1 - 1e-9;  // see WordSource
    const double least = least_weight * hair;
    // Words that all together cannot weigh as much.
    const auto spare = std::size_t(
        std::lower_bound(most_so_far_.begin(), most_so_far_.end(), least) - most_so_far_.begin());
    for (std::size_t i = spare; i < by_most_.size(); ++i)
        if (by_most_[i]->at() < document_) by_most_[i]->source->skip_to(document_, 0);
    while ((document_ = first_of_needed(spare)) != nowhere && !weighs(spare, least))
        for (std::size_t i = spare; i < by_most_.size(); ++i)
            if (by_most_[i]->at() == document_) by_most_[i]->source->next(0);
}

Xapian::docid AnySource::first_of_needed(std::size_t spare) const {
    Xapian::docid first = nowhere;
    for (std::size_t i = spare; i < by_most_.size(); ++i)
        first = std::min(first, by_most_[i]->at());
    return first;
}

// Brings the spare words to the document, as long as it may weigh enough.
bool AnySource::weighs(std::size_t spare, double least) {
    double sum = 0;
    if (least > 0)
        for (std::size_t i = spare; i < by_most_.size(); ++i)
            if (by_most_[i]->at() == document_) sum += by_most_[i]->weight();
    for (std::size_t i = spare; i-- > 0;) {
        if (sum + most_so_far_[i] < least) return false;
        Word& word = *by_most_[i];
        if (word.at() < document_) word.source->skip_to(document_, 0);
        if (least > 0 && word.at() == document_) sum += word.weight();
    }
    return sum >= least || least <= 0;
}

std::string AnySource::get_description() const {
    std::string out = "Any(";
    for (const Word& word : *words_)
        out += (out.size() == 4 ? "" : " ") + word.source->get_description();
    return out + ')';
}

}  // namespace morgue::index
