#include "index/vocabulary.hpp"

#include <algorithm>

#include "text/fuzzy.hpp"
#include "text/wildcards.hpp"

namespace morgue::index {

namespace {

// Keeps the most frequent words.
class Collector {
public:
    explicit Collector(std::size_t most) : most_(most) {}

    void add(std::size_t frequency, std::string word) {
        found_.emplace_back(frequency, std::move(word));
        ++total_;
        if (found_.size() >= 2 * most_) cut();
    }

    Expansion expansion() && {
        cut();
        Expansion out;
        out.total = total_;
        for (auto& [frequency, word] : found_) out.words.push_back(std::move(word));
        std::sort(out.words.begin(), out.words.end());
        return out;
    }

private:
    void cut() {
        if (found_.size() <= most_) return;
        std::nth_element(found_.begin(), found_.begin() + std::ptrdiff_t(most_), found_.end(),
                         [](const auto& a, const auto& b) {
                             return a.first != b.first ? a.first > b.first : a.second < b.second;
                         });
        found_.resize(most_);
    }

    std::size_t most_, total_ = 0;
    std::vector<std::pair<std::size_t, std::string>> found_;
};

// Walks the words of a field that begin somehow. Words begin with none of the capitals of prefixes.
class Walk {
public:
    Walk(const TermLists& lists, const std::string& prefix, const std::string& beginning)
        : prefix_(prefix), terms_(lists, prefix + beginning) {
        settle();
    }

    bool at_end() const { return terms_.at_end(); }
    std::string_view word() const { return terms_.term().substr(prefix_.size()); }
    std::size_t frequency() const { return terms_.frequency(); }

    void next() {
        terms_.next();
        settle();
    }
    // Or to the first behind it.
    void skip_to(const std::string& word) {
        terms_.skip_to(prefix_ + word);
        settle();
    }

private:
    void settle() {
        if (at_end()) return;
        if (word().empty()) return next();
        if (word().front() >= 'A' && word().front() <= 'Z') terms_.skip_to(prefix_ + '[');
    }

    std::string prefix_;
    TermWalk terms_;
};

}  // namespace

Expansion words_like(const TermLists& lists, const std::string& prefix, const std::string& pattern,
                     std::size_t most) {
    Collector found(most);
    for (Walk walk(lists, prefix, std::string(text::literal_prefix(pattern))); !walk.at_end();
         walk.next())
        if (text::matches(pattern, walk.word()))
            found.add(walk.frequency(), std::string(walk.word()));
    return std::move(found).expansion();
}

Expansion words_near(const TermLists& lists, const std::string& prefix, const std::string& word,
                     unsigned edits, std::size_t most) {
    Collector found(most);
    text::Fuzzy fuzzy(word, edits);
    Walk walk(lists, prefix, "");
    while (!walk.at_end()) {
        const auto [near, dead] = fuzzy.ask(walk.word());
        if (near) found.add(walk.frequency(), std::string(walk.word()));
        if (dead == 0) {
            walk.next();
            continue;
        }
        const std::string target = fuzzy.next();
        if (target.empty()) break;
        walk.skip_to(target);
    }
    return std::move(found).expansion();
}

std::vector<std::string> words_beginning(const TermLists& lists, const std::string& beginning) {
    std::vector<std::string> out;
    for (Walk walk(lists, "", beginning); !walk.at_end(); walk.next())
        out.emplace_back(walk.word());
    return out;
}

}  // namespace morgue::index
