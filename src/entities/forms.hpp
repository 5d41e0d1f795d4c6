#pragma once
// The different names of an article, each with the evidence of all its mentions.
#include <morgue/article.hpp>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entities/evidence.hpp"

namespace morgue::entities {

struct Text {
    Mention::Where where;
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Candidate> candidates;
};

// A name in one spelling, case and accents aside.
struct Form {
    const Text* text = nullptr;  // where its first mention stands
    Candidate first;
    Scores name, context;
    bool anchored = false;       // capitalised where no sentence starts, or known for sure
    bool in_lower_case = false;  // the same word is also written without a capital
    bool titled = false;
    std::optional<Entity::Kind> kind;  // none: no name
    std::uint32_t same_as = 0;         // index of the fuller form it stands for, or its own

    int points(Entity::Kind of) const;
};

class Forms {
public:
    explicit Forms(const std::vector<Text>& texts);

    // Decides which forms are names, and of what. `strict`: only what is known or named as a
    // person, for texts in languages whose capitals mean something else.
    void decide(bool strict);

    std::vector<Form>& all() { return forms_; }

    // By the hash of its words.
    Form* find(std::uint64_t form);
    Form& add(const Text& text, const Candidate& candidate);

    // Shorter names by which a form may be called; they need not occur among the forms.
    std::unordered_map<std::uint64_t, std::uint32_t> aliases;

private:
    void collect(const Text& text);
    void note_lower_case(const Text& text);

    std::vector<Form> forms_;
    std::unordered_map<std::uint64_t, std::uint32_t> by_hash_;
};

}  // namespace morgue::entities
