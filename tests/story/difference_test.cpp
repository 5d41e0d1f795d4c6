#include <morgue/difference.hpp>

#include <catch2/catch.hpp>
#include <random>

#include "story/align.hpp"

using namespace morgue;
using Kind = SentenceChange::Kind;

namespace {

std::string marked(const std::string& text, const SentenceChange::Ranges& ranges) {
    std::string out;
    std::size_t at = 0;
    for (const auto& [begin, end] : ranges) {
        out += text.substr(at, begin - at) + "[" + text.substr(begin, end - begin) + "]";
        at = end;
    }
    return out + text.substr(at);
}

std::string shown(const Difference& difference) {
    std::string out;
    for (const FieldChange& change : difference.fields)
        out += change.field + ": " + change.before + " -> " + change.after + "\n";
    for (const SentenceChange& change : difference.body) {
        if (change.kind == Kind::kept) out += "  " + change.after + "\n";
        if (change.kind == Kind::removed) out += "- " + change.before + "\n";
        if (change.kind == Kind::added) out += "+ " + change.after + "\n";
        if (change.kind == Kind::reworded)
            out += "~ " + marked(change.before, change.before_changed) + " -> " +
                   marked(change.after, change.after_changed) + "\n";
    }
    return out;
}

Article article(const std::string& body, const std::string& headline = "") {
    Article out;
    out.body = body;
    out.headline = headline;
    return out;
}

std::string compare(const std::string& before, const std::string& after,
                    CompareBy by = CompareBy::words) {
    return shown(difference(article(before), article(after), by));
}

}  // namespace

TEST_CASE("sentences are kept, added, removed or reworded", "[story]") {
    CHECK(compare("Oil rose. Gas fell. Coal stood still.", "Oil rose. Coal stood still.") ==
          "  Oil rose.\n- Gas fell.\n  Coal stood still.\n");
    CHECK(compare("Oil rose.\n\nCoal stood still.",
                  "Oil rose.\n\nSo said he.\n\nCoal stood still.") ==
          "  Oil rose.\n+ So said he.\n  Coal stood still.\n");
    CHECK(compare("The mayor of Elmo said no to it.", "The mayor of Tesk said no to all of it.") ==
          "~ The mayor of [Elmo] said no to it. -> The mayor of [Tesk] said no to [all of] it.\n");
    CHECK(compare("Oil rose in the north. Gas fell.",
                  "Gas fell. The council met in Elmo on Friday.") ==
          "- Oil rose in the north.\n  Gas fell.\n+ The council met in Elmo on Friday.\n");
    CHECK(compare("", "Oil rose.") == "+ Oil rose.\n");
    CHECK(compare("", "") == "");
}

TEST_CASE("quotation marks and case are no difference by words, but by letters", "[story]") {
    const std::string one = "He said \"it's done\". Nobody knew.",
                      two = "He said “it’s done”. Nobody knew.";
    CHECK(difference(article(one), article(two), CompareBy::words).empty());
    CHECK(compare(one, two, CompareBy::letters) ==
          "~ He said [\"it's done\".] -> He said [“it’s done”.]\n  Nobody knew.\n");
    CHECK(shown(difference(article("", "Oil ‘up’"), article("", "OIL 'UP'"), CompareBy::words)) ==
          "");
    CHECK(shown(difference(article("", "Oil up"), article("", "Oil down"), CompareBy::words)) ==
          "headline: Oil up -> Oil down\n");
}

TEST_CASE("by letters every field is compared that a reader sees", "[story]") {
    Article before = article("Oil rose."), after = before;
    after.keywords = {"oil", "prices"};
    after.updated = parse_iso_date("2025-03-04");
    CHECK(shown(difference(before, after, CompareBy::letters)) ==
          "updated:  -> 2025-03-04\nkeywords:  -> oil, prices\n  Oil rose.\n");
    CHECK(difference(before, after, CompareBy::words).empty());
}

TEST_CASE("what is kept and added is the later text, what is kept and removed the earlier one",
          "[story]") {
    std::mt19937 dice(1);
    const auto sentence = [&] {
        std::string out = "The";
        for (auto n = 3 + dice() % 5; n > 0; --n)
            out += std::string(" w") + char('a' + dice() % 12);
        return out + ".";
    };
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> a, b;
        for (auto n = dice() % 12; n > 0; --n) a.push_back(sentence());
        for (const std::string& each : a) {
            if (dice() % 4) b.push_back(each);
            if (dice() % 5 == 0) b.push_back(sentence());
        }
        if (dice() % 3 == 0) std::shuffle(b.begin(), b.end(), dice);
        const auto joined = [](const std::vector<std::string>& all) {
            std::string out;
            for (const std::string& each : all) out += (out.empty() ? "" : " ") + each;
            return out;
        };
        std::vector<std::string> before, after;
        for (const SentenceChange& change :
             difference(article(joined(a)), article(joined(b)), CompareBy::letters).body) {
            if (change.kind != Kind::added) before.push_back(change.before);
            if (change.kind != Kind::removed) after.push_back(change.after);
            if (change.kind == Kind::kept) CHECK(change.before == change.after);
        }
        CHECK(before == a);
        CHECK(after == b);
    }
}

TEST_CASE("the longest common sequence is as long as the slow one", "[story]") {
    std::mt19937 dice(2);
    const auto slow = [](const auto& self, const auto& a, const auto& b, std::size_t i,
                         std::size_t j) -> std::size_t {
        if (i == a.size() || j == b.size()) return 0;
        if (a[i] == b[j]) return 1 + self(self, a, b, i + 1, j + 1);
        return std::max(self(self, a, b, i + 1, j), self(self, a, b, i, j + 1));
    };
    for (int round = 0; round < 200; ++round) {
        std::vector<std::uint32_t> a(dice() % 9), b(dice() % 9);
        for (auto& each : a) each = std::uint32_t(dice() % 4);
        for (auto& each : b) each = std::uint32_t(dice() % 4);
        const auto pairs = story::longest_common(a, b);
        CHECK(pairs.size() == slow(slow, a, b, 0, 0));
        for (const auto& [i, j] : pairs) CHECK(a[i] == b[j]);
    }
}

TEST_CASE("huge texts that have nothing, or all but their order, in common take linear time",
          "[story]") {
    std::string one, two;
    for (int i = 0; i < 50'000; ++i) {
        one += "This is number " + std::to_string(i) + " of one. ";
        two += "That was " + std::to_string(i) + " in the other. ";
    }
    CHECK(difference(article(one), article(two), CompareBy::words).body.size() == 100'000);
    const std::string same(3'000'000, 'x');
    CHECK(difference(article(same), article(same + " y"), CompareBy::words).body.size() == 1);
    std::string often;
    for (int i = 0; i < 100'000; ++i) often += "No. ";
    const auto half = often.substr(0, often.size() / 2);
    CHECK(difference(article(often), article(half + "Yes. " + half), CompareBy::words)
              .count(Kind::added) == 1);
}
