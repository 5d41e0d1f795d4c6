#pragma once
// Finding people, organisations and places in an article. One interface for every recogniser, so
// that ingest does not know which one is at work.
#include <memory>
#include <morgue/article.hpp>
#include <vector>

namespace morgue::entities {

// Immutable once made: any number of threads may use one.
class Recogniser {
public:
    virtual ~Recogniser() = default;

    // The entities of headline and body, each with all its mentions, in order of first mention
    // (the headline comes first). Mentions do not overlap.
    virtual std::vector<Entity> recognise(const Article& article) const = 0;
};

// Gazetteers and capitalisation rules (rules.cpp).
std::unique_ptr<Recogniser> rule_recogniser();

}  // namespace morgue::entities
