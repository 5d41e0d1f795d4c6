#include "lesson.hpp"

#include <algorithm>

#include "entities/names.hpp"
#include "entities/tokenise.hpp"

namespace morgue::train {

using entities::Label;
using entities::Part;

namespace {

void mark(std::vector<Label>& labels, std::size_t first, std::size_t last, Entity::Kind kind) {
    for (std::size_t at = first; at <= last; ++at) {
        const Part part = first == last ? Part::only
                          : at == first ? Part::begin
                          : at == last  ? Part::last
                                        : Part::inside;
        labels[at] = entities::label(kind, part);
    }
}

std::vector<Label> right_labels(const entities::Document& document,
                                const std::vector<Name>& names) {
    std::vector<Label> labels(document.tokens.size(), entities::outside);
    std::size_t at = 0;
    for (const Name& name : names) {
        while (at < labels.size() && document.tokens[at].end <= name.begin) ++at;
        const std::size_t first = at;
        while (at < labels.size() && document.tokens[at].begin < name.end) ++at;
        if (at > first) mark(labels, first, at - 1, name.kind);
    }
    return labels;
}

// Names that no labelling of the segment can have (they reach beyond it) are unlearnable.
void keep_inside(std::span<Label> labels) {
    std::size_t open = labels.size();
    for (std::size_t at = 0; at < labels.size(); ++at) {
        const bool follows = at == 0 ? entities::may_start(labels[at])
                                     : entities::may_follow(labels[at - 1], labels[at]);
        if (!follows) labels[at] = entities::outside;
        if (labels[at] != entities::outside && entities::part_of(labels[at]) == Part::begin)
            open = at;
    }
    if (!labels.empty() && !entities::may_end(labels.back()))
        for (std::size_t at = open; at < labels.size(); ++at) labels[at] = entities::outside;
}

}  // namespace

Lesson::Lesson(AnnotatedText text, entities::WordCache& words, const entities::Lexicon& lexicon)
    : annotated(std::make_unique<AnnotatedText>(std::move(text))) {
    entities::tokenise(annotated->text, 0, annotated->text.size(), words, document);
    entities::Forms forms;
    entities::read_context(document, lexicon, forms);
    const std::vector<Label> marked = right_labels(document, annotated->names);
    right.assign(marked.size(), entities::outside);
    for (std::uint32_t n = 0; n < document.sentences.size(); ++n) {
        const entities::Sentence& part = document.sentences[n];
        entities::for_each_segment(document.of(part), [&](std::size_t first, std::size_t last) {
            segments.push_back({n, std::uint32_t(first), std::uint32_t(last)});
            const std::size_t from = part.first + first, to = part.first + last;
            std::copy(marked.begin() + std::ptrdiff_t(from), marked.begin() + std::ptrdiff_t(to),
                      right.begin() + std::ptrdiff_t(from));
            keep_inside(std::span(right).subspan(from, to - from));
        });
    }
}

std::vector<Name> names(const entities::Document& document, const std::vector<Label>& labels) {
    std::vector<entities::Name> marked = entities::names_of(labels);
    entities::repair(document, marked);
    std::vector<Name> found;
    for (const entities::Name& name : marked)
        found.push_back(
            {name.kind, document.tokens[name.first].begin, document.tokens[name.last - 1].end});
    return found;
}

void Score::add(const std::vector<Name>& found, const std::vector<Name>& wanted) {
    for (const Name& name : wanted) ++kinds[std::size_t(name.kind)].wanted;
    for (const Name& name : found) {
        Counts& counts = kinds[std::size_t(name.kind)];
        ++counts.found;
        counts.right += std::ranges::find(wanted, name) != wanted.end();
    }
}

Score::Counts Score::all() const {
    Counts sum;
    for (const Counts& counts : kinds) {
        sum.right += counts.right;
        sum.found += counts.found;
        sum.wanted += counts.wanted;
    }
    return sum;
}

}  // namespace morgue::train
