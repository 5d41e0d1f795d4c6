#pragma once
// The words around a quote, with the names among them.
#include <map>
#include <morgue/article.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::extract {

// A word of the telling, or a whole name.
struct TellingWord {
    std::size_t begin = 0, end = 0;  // bytes of the body
    std::string folded;              // empty for a name of several words
    const Entity* name = nullptr;    // a person, organisation or place
    bool capital = false;
    bool comma = false;       // after it
    bool ends = false;        // a sentence ends after it
    bool possessive = false;  // "Bell's"

    bool is_person() const { return name && name->kind == Entity::Kind::person; }
    bool is_organisation() const { return name && name->kind == Entity::Kind::organisation; }
};

// Where the names of an article stand in its body. The article must outlive it.
class QuoteNames {
public:
    explicit QuoteNames(const Article& article);

    // Of body[begin, end).
    std::vector<TellingWord> words(std::size_t begin, std::size_t end) const;

    // The one person in the article, or the one that is named in body[begin, end); else null.
    const Entity* only_person(std::size_t begin, std::size_t end) const;

private:
    struct Place {
        std::size_t begin, end;
        const Entity* entity;
    };

    const Place* place_at(std::size_t at) const;
    const Entity* by_surname(const TellingWord& word) const;
    void mark_names(std::vector<TellingWord>& words) const;
    void mark_gaps(std::vector<TellingWord>& words, std::size_t end) const;

    const Article& article_;
    std::vector<Place> places_;                                   // by begin, apart
    std::map<std::string, const Entity*, std::less<>> surnames_;  // null where several have it
    std::size_t persons_ = 0;
};

}  // namespace morgue::extract
