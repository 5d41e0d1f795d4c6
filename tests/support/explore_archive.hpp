#pragma once
// An archive of invented articles in several segments, some of them replaced, and what is needed to
// count them slowly.
#include <morgue/explore.hpp>
#include <random>
#include <vector>

#include "support/temp_archive.hpp"

class ExploreArchive {
public:
    static constexpr int files = 12, articles_a_file = 25;

    ExploreArchive() {
        for (int file = 0; file < files; ++file) temp_.take(name(file), records(file));
        for (int file = 0; file < files; file += 5) {  // replaces a fifth of what they hold
            changed_ = true;
            temp_.take(name(file), records(file));
        }
        reader_.emplace(temp_.archive());
    }

    const morgue::ArchiveReader& reader() const { return *reader_; }

    std::vector<morgue::Article> found(const std::string& query) const {
        std::vector<morgue::Article> out;
        reader_->each_hit({.query = query}, [&](const morgue::Article& article) {
            out.push_back(article);
            return true;
        });
        return out;
    }
    std::size_t total(const std::string& query) const {
        return reader_->search({.query = query, .count = 0}).total;
    }

private:
    static std::string name(int file) { return "f" + std::to_string(file) + ".jsonl"; }

    unsigned roll() { return unsigned(dice_()); }

    template <class List>
    const auto& pick(const List& list) {
        return list[roll() % list.size()];
    }

    std::string records(int file) {
        dice_.seed(unsigned(file));
        std::string out;
        for (int i = 0; i < articles_a_file; ++i) out += record(file * articles_a_file + i);
        return out;
    }

    std::string date() {
        const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        std::string out = std::to_string(2023 + roll() % 3);
        const unsigned exact = roll() % 12;
        if (exact == 0) return "";
        if (exact == 1) return out;
        out += '-' + two(1 + roll() % 12);
        if (exact == 2) return out;
        out += '-' + two(1 + roll() % 28);
        if (exact < 9) return out;
        return out + "T" + two(roll() % 24) + ":30:00" + (exact == 9 ? "+09:00" : "-05:00");
    }

    // Entities begin with a capital; their mentions are those of the body.
    std::string record(int number) {
        static const std::vector<std::string> words{"oil",  "gas",   "the",     "price",  "of",
                                                    "rose", "fell",  "harbour", "strike", "talks",
                                                    "and",  "union", "ferry",   "l'eau",  "O'Brien",
                                                    "3.5",  "U.S.",  "über",    "price",  "the"};
        static const std::vector<std::string> names{"Ada Finch", "Port Elmo", "Dairy Board",
                                                    "Odo Marsh", "Lake Tamar"};
        static const std::vector<std::string> sources{"Ledger", "Wire \\\"A\\\"", "Gazette", ""};
        std::string body, mentions[5];
        std::size_t points = 0;
        const auto add = [&](const std::string& text) {
            body += text;
            for (const char c : text) points += (c & 0xC0) != 0x80;
        };
        const std::size_t length = 20 + roll() % 40;
        for (std::size_t i = 0; i < length; ++i) {
            if (roll() % 6 == 0) {
                const std::size_t who = roll() % names.size();
                mentions[who] += (mentions[who].empty() ? "" : ",") +
                                 std::string("{\"field\":\"body\",\"start\":") +
                                 std::to_string(points) +
                                 ",\"end\":" + std::to_string(points + names[who].size()) + "}";
                add(names[who]);
            } else {
                add(pick(words));
            }
            const unsigned stop = roll() % 9;
            if (stop == 0)
                add(". ");
            else if (stop == 1 && i + 1 < length)
                body += ".\\n\\n", points += 3;
            else
                add(" ");
        }
        std::string entities;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (mentions[i].empty()) continue;
            static const std::string kinds[]{"person", "place", "organisation", "person", "place"};
            entities += (entities.empty() ? "" : ",") + std::string("{\"type\":\"") + kinds[i] +
                        "\",\"name\":\"" + names[i] + "\",\"mentions\":[" + mentions[i] + "]}";
        }
        const std::string published = date(), source = pick(sources);
        const bool replaced = changed_ && number % 5 == 0;
        return "{\"v\":1,\"guid\":\"urn:" + std::to_string(number) + "\",\"headline\":\"" +
               pick(words) + " " + pick(names) + " " + pick(words) + "\",\"body\":\"" + body +
               (replaced ? " again" : "") + "\"" +
               (published.empty() ? "" : ",\"published\":\"" + published + "\"") +
               (source.empty() ? "" : ",\"source\":\"" + source + "\"") +
               (roll() % 3 ? ",\"byline\":\"By Ada Finch\",\"authors\":[\"Ada Finch\"]" : "") +
               ",\"language\":\"" + (roll() % 4 ? "en" : "de") + "\",\"entities\":[" + entities +
               "]}\n";
    }

    TempArchive temp_;
    std::mt19937 dice_;
    bool changed_ = false;
    std::optional<morgue::ArchiveReader> reader_;
};

// One for all tests: they only read it.
inline const ExploreArchive& explore_archive() {
    static const ExploreArchive archive;
    return archive;
}
