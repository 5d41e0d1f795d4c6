#pragma once
// Which words of a text a query was about.
#include <set>
#include <string>
#include <vector>

#include "index/stemmer.hpp"
#include "query/ast.hpp"
#include "text/words.hpp"

namespace morgue::search {

// Not shared between threads.
class Highlighter {
public:
    Highlighter(const query::Expr& expr, const std::vector<std::string>& languages);

    // A number for the query word that a word of the text matches, from 1; 0 for none.
    int match(const text::Word& word);
    bool empty() const { return terms_.empty(); }

    // Byte ranges of the matching words.
    std::vector<std::pair<std::size_t, std::size_t>> ranges(std::string_view text);

private:
    struct Term {
        std::string word;
        bool pattern = false, stemmed = false;
        std::vector<std::string> stems;  // by language
    };

    void collect(const query::Expr& expr);
    void add(std::string_view text, bool exact);

    std::vector<index::Stemmer> stemmers_;
    std::vector<Term> terms_;
};

}  // namespace morgue::search
