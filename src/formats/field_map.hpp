#pragma once
// Which field of a source (a column of a table, a place in a JSON object) becomes which field of
// the article. The user's rules are read from a file (--map, docs/map.md); without it the names
// that exports usually have are tried.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"

namespace morgue::formats {

// "meta.author[].name", "contents[type=text].content", "versions[0].title"
struct FieldPath {
    struct Step {
        enum class Kind { key, each, at, where };

        Kind kind = Kind::key;
        std::string name;       // of a key; the key that `where` compares
        std::string value;      // that it must have
        std::size_t index = 0;  // of `at`
    };
    std::string text;  // as written: the column's name in a table
    std::vector<Step> steps;
};

// Where the values of one record are found.
class FieldSource {
public:
    virtual ~FieldSource() = default;

    // Appends the values at the path, none if there is nothing; lists give all their elements,
    // and `is_list` is set.
    virtual void values(const FieldPath& path, std::vector<std::string>& to,
                        bool& is_list) const = 0;
};

class FieldMap {
public:
    // What an article's field is made of: constants and fields in a row, all of which must be
    // there.
    struct Term {
        bool constant = false;
        std::string text;  // of a constant
        FieldPath path;
    };
    using Choice = std::vector<Term>;

    struct Rule {
        std::string target;                // an article's field
        std::vector<Choice> choices;       // the first that is there is taken
        bool html = false, plain = false;  // neither: seen from the value
        std::string split;                 // the characters that part a list; empty: none do
        std::optional<std::string> join;   // between several values of one text
        std::string date;                  // the pattern of a date; empty: any form
        int line = 0;
    };

    // Throws Error usage, with the line, for rules that make no sense. `name` is the file's.
    static FieldMap parse(std::string_view rules, std::string_view name);

    // The rules for sources that the user gives none for.
    static const FieldMap& usual();

    core::Draft apply(const FieldSource& record) const;

    const std::vector<Rule>& rules() const { return rules_; }
    // Of JSON: where the articles are; no steps: what the file consists of.
    const FieldPath& records() const { return records_; }
    // Of a table that has no header: the names of its columns.
    const std::vector<std::string>& columns() const { return columns_; }
    // Of a table: what parts its fields; 0: seen from the file.
    char delimiter() const { return delimiter_; }
    // Whether names match whatever their case and punctuation.
    bool loose() const { return loose_; }

private:
    friend class FieldMapParser;

    std::vector<Rule> rules_;
    FieldPath records_;
    std::vector<std::string> columns_;
    char delimiter_ = 0;
    bool loose_ = false;
};

// "Article Title" and "article_title" are the same, compared loosely.
bool same_name(std::string_view a, std::string_view b, bool loose);

}  // namespace morgue::formats
