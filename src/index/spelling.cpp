#include "index/spelling.hpp"

#include <algorithm>

#include "index/guard.hpp"
#include "index/terms.hpp"
#include "index/vocabulary.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

constexpr std::size_t most_candidates = 200;
constexpr double same_beginning = 4;  // so much likelier is a word with the same first letter

std::size_t letters(const std::string& word) {
    std::size_t count = 0;
    for (const char byte : word) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    return count;
}

std::string best(const Snapshot& snapshot, const std::string& prefix, const std::string& word,
                 unsigned edits) {
    const Xapian::Database& database = snapshot.database();
    std::string out;
    double best_score = 0;
    for (const std::string& near :
         words_near({database, &snapshot.mapped()}, prefix, word, edits, most_candidates).words) {
        if (near == word) continue;
        const double score = double(database.get_termfreq(prefix + near)) *
                             (near.front() == word.front() ? same_beginning : 1);
        if (score > best_score) {
            best_score = score;
            out = near;
        }
    }
    return out;
}

std::string nearest(const Snapshot& snapshot, const std::string& prefix, const std::string& word) {
    const std::size_t length = letters(word);
    if (length < 3) return {};
    return guard("the index", [&] {
        std::string out = best(snapshot, prefix, word, 1);
        if (out.empty() && length > 4) out = best(snapshot, prefix, word, 2);
        return out;
    });
}

// "harbourmaster" of harbour master: the cut whose rarer half is most frequent.
std::string in_two(const Snapshot& snapshot, const std::string& word) {
    constexpr std::size_t least = 3;
    std::string out;
    Xapian::doccount most = 0;
    for (std::size_t at = least; at + least <= word.size(); ++at) {
        if ((static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) continue;
        const std::string left = word.substr(0, at), right = word.substr(at);
        const auto articles = std::min(snapshot.database().get_termfreq(left),
                                       snapshot.database().get_termfreq(right));
        if (articles > most) {
            most = articles;
            out = left + ' ' + right;
        }
    }
    return out;
}

}  // namespace

std::string likely_word(const Snapshot& snapshot, const std::string& word) {
    std::string out = nearest(snapshot, "", word);
    return out.empty() ? guard("the index", [&] { return in_two(snapshot, word); }) : out;
}

std::string likely_name(const Snapshot& snapshot, Field::Id field, const std::string& name) {
    return nearest(snapshot, std::string(morgue::field(field).prefix), text::name_key(name));
}

}  // namespace morgue::index
