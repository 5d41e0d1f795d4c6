#include "index/lexicon.hpp"

#include <algorithm>
#include <array>

#include "index/terms.hpp"

namespace morgue::index {

namespace {

// How many letters of a stem's end a form of it may lack, because the stemmer puts others there:
// happi is of happy, constant of constamment.
std::size_t changed_end(const std::string& language) {
    constexpr std::array<std::string_view, 7> two{"ca", "es", "fr", "it", "nl", "pt", "ro"};
    return std::find(two.begin(), two.end(), language) == two.end() ? 1 : 2;
}

// What a form may have before its stem.
std::vector<std::string> beginnings_of_forms(const std::string& language) {
    if (language == "ar")
        return {"", "ال", "و", "ف", "ب", "ك", "ل", "لل", "وال", "فال", "بال", "كال"};
    return {""};
}

std::string cut(const std::string& stem, std::size_t letters) {
    std::size_t size = stem.size();
    for (; letters > 0 && size > 2; --letters) {
        --size;
        while (size > 2 && (static_cast<unsigned char>(stem[size]) & 0xC0) == 0x80) --size;
    }
    return stem.substr(0, size);
}

}  // namespace

std::string word_prefix(query::InField field) {
    return field ? std::string(morgue::field(*field).prefix) : std::string();
}

Lexicon::Lexicon(const TermLists& lists, const std::vector<std::string>& languages)
    : lists_(lists) {
    for (const std::string& language : languages)
        languages_.push_back({language, Stemmer(language)});
}

std::vector<Lexicon::Stem> Lexicon::stems(const std::string& prefix, std::string_view word) {
    std::vector<Stem> out;
    for (Language& language : languages_) {
        std::string text(language.stemmer(word));
        const bool everywhere = out.empty() || language.name == stem_language("");
        const auto known = std::find_if(out.begin(), out.end(),
                                        [&](const Stem& each) { return each.text == text; });
        if (known == out.end())
            out.push_back({std::move(text),
                           everywhere ? std::vector<std::string>() : terms_of(language.name)});
        else if (everywhere)
            known->languages.clear();
        else if (!known->languages.empty())
            for (const std::string& term : terms_of(language.name))
                known->languages.push_back(term);
    }
    if (out.size() > 1)
        std::erase_if(out, [&](const Stem& stem) {
            return !lists_.database.term_exists(std::string(stem_prefix) + prefix + stem.text);
        });
    return out;
}

const std::vector<std::string>& Lexicon::terms_of(const std::string& language) {
    if (!language_terms_) {
        language_terms_.emplace();
        const std::string prefix(field(Field::Id::language).prefix);
        for (TermWalk term(lists_, prefix); !term.at_end(); term.next())
            (*language_terms_)[stem_language(term.term().substr(prefix.size()))].emplace_back(
                term.term());
    }
    return (*language_terms_)[language];
}

const std::vector<std::string>& Lexicon::forms(const std::string& word) {
    const auto [at, fresh] = known_.try_emplace('=' + word);
    if (!fresh) return at->second;
    std::vector<std::string>& out = at->second;
    for (Language& language : languages_) forms_in(language, word, out);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    if (out.empty()) out.push_back(word);
    count(out.size());
    return out;
}

void Lexicon::forms_in(Language& language, const std::string& word, std::vector<std::string>& out) {
    const std::string stem(language.stemmer(word));
    if (!lists_.database.term_exists(std::string(stem_prefix) + stem)) return;
    const std::string begin = cut(stem, changed_end(language.name));
    for (const std::string& before : beginnings_of_forms(language.name))
        for (std::string& form : words_beginning(lists_, before + begin))
            if (language.stemmer(form) == stem) out.push_back(std::move(form));
    if (language.name == "en" && stem.ends_with("ie"))  // dying is of die
        out.push_back(stem.substr(0, stem.size() - 2) + "ying");
}

const std::vector<std::string>& Lexicon::like(query::InField field, const std::string& pattern) {
    const std::string prefix = word_prefix(field), key = prefix + '*' + pattern;
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    return keep(key, pattern, words_like(lists_, prefix, pattern, max_expansion));
}

const std::vector<std::string>& Lexicon::near(query::InField field, const std::string& word,
                                              unsigned edits) {
    const std::string typed = word + '~' + std::to_string(edits);
    const std::string prefix = word_prefix(field), key = prefix + '~' + typed;
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    return keep(key, typed, words_near(lists_, prefix, word, edits, max_expansion));
}

const std::vector<std::string>& Lexicon::values_like(Field::Id field, const std::string& pattern) {
    const std::string key = ':' + word_prefix(field) + pattern;
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    return keep(key, std::string(morgue::field(field).name) + ':' + pattern,
                words_like(lists_, word_prefix(field), pattern, max_expansion));
}

const std::vector<std::string>& Lexicon::keep(const std::string& key, const std::string& typed,
                                              Expansion found) {
    if (found.total > found.words.size())
        problems.push_back({"expansion-capped", "",
                            typed + " stands for " + std::to_string(found.total) + " words; the " +
                                std::to_string(found.words.size()) + " most frequent are searched",
                            "write more letters beside the wildcard", 0, 0});
    count(found.words.size());
    widenings.push_back({typed, found.words, found.total});
    return known_[key] = std::move(found.words);
}

void Lexicon::count(std::size_t words) {
    total_ += words;
    if (total_ > 4 * max_expansion)
        throw Error(Error::Kind::query, "the query stands for too many words",
                    "write more letters beside the wildcards");
}

}  // namespace morgue::index
