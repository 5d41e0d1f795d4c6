#pragma once
// Words of a query -> Xapian::Query: which terms stand for a word, in which field, and how their
// lists are read.
#include <xapian.h>
#include <string>
#include <string_view>
#include <vector>

#include "index/any_source.hpp"
#include "index/lexicon.hpp"
#include "index/mapped_segments.hpp"
#include "query/ast.hpp"
#include "text/words.hpp"

namespace morgue::index {

// Fields whose words are told from others only by where they stand.
constexpr bool needs_positions(query::InField field) {
    return field == Field::Id::lead || field == Field::Id::hlead;
}

class WordQueries {
public:
    // All must live as long. `segments`: the database's own; null leaves all to Xapian.
    WordQueries(const Xapian::Database& database, const MappedSegments* segments, Lexicon& lexicon)
        : database_(database), segments_(segments), lexicon_(lexicon) {}

    // Whether the segments are read directly, and not through Xapian.
    bool read_tables() const { return segments_ && segments_->all_known(); }

    // Any of the words as one. Terms of a field carry no frequencies (an article's length would
    // count them again): they say where, and the plain terms say how much. `scale`: see WordSource.
    Xapian::Query one_of(query::InField field, const std::vector<std::string>& words,
                         std::string_view kind = {}, double scale = 1) const;

    // In any of its forms, or in this one only.
    Xapian::Query one_word(query::InField field, const text::Word& word, bool exact) const;

private:
    friend class Alternatives;

    // What a word is looked up by: words of a kind that stand for it in every article, and others
    // that do in articles of some languages.
    struct Forms {
        std::string_view kind;
        std::vector<std::string> everywhere;
        std::vector<Xapian::Query> elsewhere;
    };

    Forms forms_of(query::InField field, const text::Word& word, bool exact, double scale) const;
    Xapian::Query term(query::InField field, std::string_view kind, const std::string& text) const;
    Xapian::Query any_word(query::InField field, const std::vector<std::string>& words,
                           std::string_view kind, double scale) const;

    const Xapian::Database& database_;
    const MappedSegments* segments_;
    Lexicon& lexicon_;
};

// Words and other queries that are alternatives, each counting as much as its factor says.
class Alternatives {
public:
    explicit Alternatives(const WordQueries& words) : words_(words) {}

    void add(const text::Word& word, bool exact, double factor = 1);
    void add(Xapian::Query query, double factor = 1);

    bool empty() const { return clauses_.empty() && queries_.empty(); }
    Xapian::Query take();

private:
    const WordQueries& words_;
    std::vector<AnySource::Clause> clauses_;
    std::vector<Xapian::Query> queries_;
};

}  // namespace morgue::index
