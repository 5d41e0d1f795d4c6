#include "mix.hpp"

#include <array>
#include <iostream>

namespace morgue::train {

namespace {

struct Source {
    std::string_view file;
    unsigned times;     // how often each of its documents is read
    bool news = false;  // has a headline as first sentence
};

// pud.news is what is tuned on: never here.
// clang-format off
constexpr std::array sources{
    Source{"wikinews-2019a.conll",  2, true},
    Source{"wikinews-2019b.conll",  2, true},
    Source{"wikinews-2020a.conll",  2, true},
    Source{"wikinews-2020b.conll",  1, true},
    Source{"gum.news.conll",        1, true},
    Source{"gum.other.conll",       1},
    Source{"pud.wiki.conll",        1},
    Source{"ewt.dev.conll",         1},
    Source{"ewt.test.conll",        1},
    Source{"wikigold.conll",        1},
    Source{"redocred.dev.conll",    1},
    Source{"redocred.test.conll",   1},
    Source{"crossner.conll",        1},
    Source{"btc.train.conll",       1},
    Source{"btc.dev.conll",         1},
    Source{"btc.test.conll",        1},
    Source{"wnut.train.conll",      1},
    Source{"wnut.dev.conll",        1},
    Source{"wnut.test.conll",       1},
    Source{"aug-case.conll",        1},
};
// clang-format on

// Of a news file, one document in so many is read again in capitals, another in title case.
constexpr std::size_t recased_one_in = 6;

}  // namespace

std::vector<Lesson> read_lessons(const std::string& folder, entities::WordCache& words,
                                 const entities::Lexicon& lexicon, const std::string& without) {
    std::vector<Lesson> lessons;
    std::size_t bytes = 0;
    for (const Source& source : sources) {
        if (!without.empty() && source.file.starts_with(without)) continue;
        const Corpus corpus(folder + "/" + std::string(source.file));
        const auto add = [&](std::size_t document, Recase recase) {
            lessons.emplace_back(corpus.text(document, recase), words, lexicon);
            bytes += lessons.back().annotated->text.size();
        };
        for (std::size_t n = 0; n < corpus.size(); ++n) {
            for (unsigned time = 0; time < source.times; ++time)
                add(n, source.news && (n + time) % 2 == 1 ? Recase::headline : Recase::none);
            if (source.news && n % recased_one_in == 0) add(n, Recase::caps);
            if (source.news && n % recased_one_in == 1) add(n, Recase::title);
        }
    }
    std::cerr << lessons.size() << " lessons, " << bytes << " bytes\n";
    return lessons;
}

}  // namespace morgue::train
