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

    void add(Xapian::doccount frequency, std::string word) {
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
    std::vector<std::pair<Xapian::doccount, std::string>> found_;
};

// Walks the terms that begin with a prefix. Words begin with none of the capitals of prefixes.
class Walk {
public:
    Walk(const Xapian::Database& database, const std::string& prefix, const std::string& beginning)
        : prefix_(prefix),
          term_(database.allterms_begin(prefix + beginning)),
          end_(database.allterms_end(prefix + beginning)) {
        settle();
    }

    bool at_end() const { return term_ == end_; }
    std::string_view word() const { return std::string_view(current_).substr(prefix_.size()); }
    Xapian::doccount frequency() const { return term_.get_termfreq(); }

    void next() {
        ++term_;
        settle();
    }
    // To the first word that does not begin with `dead`, which is what the present word begins
    // with.
    void skip_past(std::string_view dead) {
        std::string target = prefix_ + std::string(dead);
        target.back() = char(static_cast<unsigned char>(target.back()) + 1);  // UTF-8: never 0xFF
        term_.skip_to(target);
        settle();
    }

private:
    void settle() {
        if (at_end()) return;
        current_ = *term_;
        if (current_.size() == prefix_.size()) return next();
        const char first = current_[prefix_.size()];
        if (first < 'A' || first > 'Z') return;
        term_.skip_to(prefix_ + '[');
        if (!at_end()) current_ = *term_;
    }

    std::string prefix_;
    Xapian::TermIterator term_, end_;
    std::string current_;
};

// Shorter dead ends than this are worth a jump through the table of terms.
constexpr std::size_t worth_a_jump = 4;

}  // namespace

Expansion words_like(const Xapian::Database& database, const std::string& prefix,
                     const std::string& pattern, std::size_t most) {
    Collector found(most);
    for (Walk walk(database, prefix, std::string(text::literal_prefix(pattern))); !walk.at_end();
         walk.next())
        if (text::matches(pattern, walk.word()))
            found.add(walk.frequency(), std::string(walk.word()));
    return std::move(found).expansion();
}

Expansion words_near(const Xapian::Database& database, const std::string& prefix,
                     const std::string& word, unsigned edits, std::size_t most) {
    Collector found(most);
    text::Fuzzy fuzzy(word, edits);
    Walk walk(database, prefix, "");
    while (!walk.at_end()) {
        const auto [near, dead] = fuzzy.ask(walk.word());
        if (near) found.add(walk.frequency(), std::string(walk.word()));
        if (dead > 0 && dead <= worth_a_jump && dead < walk.word().size())
            walk.skip_past(walk.word().substr(0, dead));
        else
            walk.next();
    }
    return std::move(found).expansion();
}

std::vector<std::string> words_beginning(const Xapian::Database& database,
                                         const std::string& beginning) {
    std::vector<std::string> out;
    for (Walk walk(database, "", beginning); !walk.at_end(); walk.next())
        out.emplace_back(walk.word());
    return out;
}

}  // namespace morgue::index
