#include "index/rerank.hpp"

#include <algorithm>

#include "index/ranking.hpp"
#include "index/stop_words.hpp"
#include "index/terms.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

using query::overload;
using Places = std::vector<std::uint32_t>;

class RunFinder {
public:
    explicit RunFinder(bool question) : question_(question) {}

    QueryWords find(const query::Expr& expr) {
        visit(expr);
        end_run();
        if (!words_.runs.empty())
            words_.depth = question_ ? ranking::question_depth : ranking::depth;
        return std::move(words_);
    }

private:
    void visit(const query::Expr& expr) {
        std::visit(overload{[&](const query::Word& word) { add(word); },
                            [&](const query::All& all) { side_by_side(all.of); },
                            [&](const query::Any& any) {
                                question_ ? side_by_side(any.of) : one_by_one(any.of);
                            },
                            [&](const query::Prefer& prefer) { one_by_one(prefer.of); },
                            [&](const auto&) { end_run(); }},
                   expr.node);
    }

    void side_by_side(const std::vector<query::Expr>& of) {
        for (const query::Expr& each : of) visit(each);
    }
    void one_by_one(const std::vector<query::Expr>& of) {
        for (const query::Expr& each : of) {
            end_run();
            visit(each);
        }
        end_run();
    }

    void add(const query::Word& word) {
        if (word.field && word.field != Field::Id::body) return end_run();
        text::Words all(word.text);
        const text::Word* first = all.next();
        if (!first || is_stop_word(first->folded) || words_.count == ranking::most_words) return;
        ++words_.count;
        run_.emplace_back(first->folded);
    }

    void end_run() {
        if (run_.size() > 1) words_.runs.push_back(std::move(run_));
        run_.clear();
    }

    bool question_;
    QueryWords words_;
    std::vector<std::string> run_;
};

// What is read once for all candidates; of each word only those positions that count.
class SecondLook {
public:
    SecondLook(const Snapshot& snapshot, std::vector<Candidate>& candidates)
        : snapshot_(snapshot),
          database_(snapshot.database()),
          candidates_(candidates),
          average_(database_.get_average_length()) {}

    void run(const std::vector<std::string>& words) {
        std::vector<Places> before;
        double rarity_before = 0;
        for (const std::string& word : words) {
            const double rarity =
                ranking::rarity(database_.get_doccount(), database_.get_termfreq(word));
            std::vector<Places> now = places(word);
            for (std::size_t i = 0; i < now.size(); ++i) {
                if (in_lead(now[i])) candidates_[i].score += ranking::lead * rarity;
                if (!before.empty())
                    candidates_[i].score += ranking::proximity * (rarity_before + rarity) / 2 *
                                            nearness(i, before[i], now[i]);
            }
            before = std::move(now);
            rarity_before = rarity;
        }
    }

private:
    // By candidate.
    std::vector<Places> places(const std::string& word) const {
        std::vector<Places> out;
        for (const Candidate& candidate : candidates_)
            out.push_back(snapshot_.positions(candidate.document, word));
        return out;
    }

    static bool in_lead(const Places& at) {
        return !at.empty() && (at.front() <= ranking::lead_words || at.back() >= body_end);
    }

    double nearness(std::size_t i, const Places& a, const Places& b) const {
        const std::size_t pairs = count_near(a, b, ranking::near);
        if (pairs == 0) return 0;
        const double length = database_.get_doclength(candidates_[i].document);
        return ranking::saturated(double(pairs), length / average_);
    }

    const Snapshot& snapshot_;
    const Xapian::Database& database_;
    std::vector<Candidate>& candidates_;
    double average_;
};

}  // namespace

QueryWords words_of(const query::Expr& expr, bool question) {
    return RunFinder(question).find(expr);
}

void look_again(const Snapshot& snapshot, const QueryWords& words,
                std::vector<Candidate>& candidates) {
    if (candidates.empty() || words.runs.empty()) return;
    SecondLook look(snapshot, candidates);
    for (const auto& run : words.runs) look.run(run);
}

std::size_t count_near(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                       std::uint32_t near) {
    std::size_t pairs = 0, from = 0, to = 0;
    for (const std::uint32_t at : a) {
        while (from < b.size() && b[from] + near < at) ++from;
        while (to < b.size() && b[to] <= at + near) ++to;
        pairs += to - from;
    }
    return pairs;
}

}  // namespace morgue::index
