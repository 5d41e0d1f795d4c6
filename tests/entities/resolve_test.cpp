#include "entities/resolve.hpp"

#include <catch2/catch.hpp>

#include "entities/lexicon.hpp"
#include "entities/recogniser.hpp"

namespace {

using namespace morgue;
using namespace morgue::entities;

// An article of names alone, each with its kind before it: "P Hanna Vesterlund; O Norvik".
struct Names {
    explicit Names(std::string_view list) {
        while (!list.empty()) {
            const std::size_t end = std::min(list.find("; "), list.size());
            add(list.substr(0, end));
            list.remove_prefix(std::min(end + 2, list.size()));
        }
    }

    void add(std::string_view item) {
        Found found;
        found.kind = Entity::Kind(std::string_view("POL").find(item[0]));
        item.remove_prefix(2);
        found.mention.begin = std::uint32_t(article.body.size());
        found.mention.end = std::uint32_t(found.mention.begin + item.size());
        article.body += std::string(item) + "; ";
        for (std::string_view rest = item; !rest.empty();) {
            const std::string_view word = rest.substr(0, rest.find(' '));
            const bool capital = word[0] >= 'A' && word[0] <= 'Z';
            found.words.push_back({folded_hash(word), 0, capital ? char(word[0] | 0x20) : '\0'});
            rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        }
        found.caps = found.words.size() == 1 && item.size() > 1 && item[1] >= 'A' && item[1] <= 'Z';
        mentions.push_back(found);
    }

    Article article;
    std::vector<Found> mentions;
};

// "P Hanna Vesterlund x2; O Norvik x1"
std::string resolved(std::string_view list) {
    const Names names(list);
    std::string out;
    for (const Entity& entity : resolve(names.article, names.mentions)) {
        if (!out.empty()) out += "; ";
        out += std::string(1, "POL"[std::size_t(entity.kind)]) + " " + entity.name + " x" +
               std::to_string(entity.mentions.size());
    }
    return out;
}

struct Pair {
    std::string_view list, expected;
};

void check(std::initializer_list<Pair> pairs) {
    for (const auto& [list, expected] : pairs) CHECK(resolved(list) == expected);
}

}  // namespace

TEST_CASE("a short name joins the one longer name it can shorten", "[entities]") {
    check(
        {{"P Hanna Vesterlund; P Vesterlund; P Hanna", "P Hanna Vesterlund x3"},
         {"P Vesterlund; P Hanna Vesterlund", "P Hanna Vesterlund x2"},
         {"P Hanna Vesterlund; P HANNA VESTERLUND", "P Hanna Vesterlund x2"},
         {"P Hanna M. Vesterlund; P Hanna Vesterlund; P Vesterlund", "P Hanna M. Vesterlund x3"}});
}

TEST_CASE("a short name that fits two longer ones stays by itself", "[entities]") {
    check(
        {{"P Paul Orvik; P Lisa Orvik; P Orvik", "P Paul Orvik x1; P Lisa Orvik x1; P Orvik x1"}});
}

TEST_CASE("a company is meant without its suffix and by its initials", "[entities]") {
    check(
        {{"O Norvik Timber Corp; O Norvik Timber", "O Norvik Timber Corp x2"},
         {"O Norvik Timber Corp; P Norvik Timber", "O Norvik Timber Corp x2"},
         {"O Federal Tunnel Safety Board; O FTSB", "O Federal Tunnel Safety Board x2"},
         {"O Federal Tunnel Safety Board; O Ftsb", "O Federal Tunnel Safety Board x1; O Ftsb x1"}});
}

TEST_CASE("names of different kinds are never joined", "[entities]") {
    check({{"P Paul Washington; L Washington", "P Paul Washington x1; L Washington x1"}});
}
