#pragma once
// Article -> Entry: its words, stems and positions, its boolean terms, values and facet values.
#include <chrono>
#include <map>
#include <memory>
#include <morgue/article.hpp>

#include "index/entry.hpp"
#include "index/stemmer.hpp"

namespace morgue::index {

// Keeps tables that grow with the vocabulary; one a thread.
class Analyser {
public:
    Analyser();
    ~Analyser();
    Analyser(Analyser&&) noexcept;

    // The article's places must be located (entities/locate.hpp). `seq` and the time of arrival are
    // left out; see finish().
    Entry analyse(const Article& article);

    // Adds what only the writer knows.
    static void finish(Entry& entry, Seq seq, std::chrono::sys_seconds added);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace morgue::index
