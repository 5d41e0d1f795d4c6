#include "entities/similar_names.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

#include "core/edit_distance.hpp"
#include "entities/company_suffixes.hpp"
#include "text/utf8.hpp"

namespace morgue::entities {

namespace {

using Kind = Entity::Kind;
using Reason = EntitySuggestion::Reason;
using Words = std::vector<std::string_view>;

constexpr std::size_t shortest_misspelt = 8;   // letters
constexpr std::size_t largest_bucket = 4'000;  // names that are compared each with each
constexpr double mostly = 0.75;                // of those called by a surname and more

Words words_of(std::string_view key) {
    Words out;
    for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        out.push_back(key.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

// The letters alone; "the" in front and every "and" left out.
std::string letters_of(const Words& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] != "and" && (i > 0 || words[i] != "the" || words.size() == 1)) out += words[i];
    return out;
}

std::string without_suffixes(const Words& words) {
    std::size_t size = words.size();
    while (size > 1 && is_company_suffix(words[size - 1])) --size;
    std::string out;
    for (std::size_t i = 0; i < size; ++i) (out += out.empty() ? "" : " ") += words[i];
    return out;
}

// "j" and "john", "george" and "george w": neither has what the other's letters forbid.
bool may_be_one(const Words& a, const Words& b) {
    bool shortened = a.size() != b.size();
    for (std::size_t i = 0; i + 1 < std::min(a.size(), b.size()); ++i) {
        if (a[i] == b[i]) continue;
        const auto& shorter = a[i].size() < b[i].size() ? a[i] : b[i];
        const auto& longer = a[i].size() < b[i].size() ? b[i] : a[i];
        if (text::code_points(shorter) != 1 || !longer.starts_with(shorter)) return false;
        shortened = true;
    }
    return shortened;
}

std::string digits_of(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c >= '0' && c <= '9') out += c;
    return out;
}

class Finder {
public:
    Finder(Kind kind, std::span<const NameCount> names) : kind_(kind), names_(names) {
        for (const NameCount& name : names_) words_.push_back(words_of(name.key));
    }

    std::vector<SimilarNames> run() {
        by_form(Reason::same_letters, letters_of);
        if (kind_ == Kind::organisation) by_form(Reason::company_suffix, without_suffixes);
        if (kind_ == Kind::person) find_initials();
        find_misspellings();
        if (kind_ == Kind::person) find_surnames();
        return std::move(found_);
    }

private:
    using Buckets = std::unordered_map<std::string, std::vector<std::size_t>>;

    bool is_more(std::size_t a, std::size_t b) const {
        return names_[a].articles != names_[b].articles ? names_[a].articles > names_[b].articles
                                                        : names_[a].key < names_[b].key;
    }

    void add(std::size_t a, std::size_t b, Reason reason) {
        if (is_more(a, b)) std::swap(a, b);
        if (seen_.insert({a, b}).second) found_.push_back({a, b, reason});
    }

    // Names of one form are those of the most frequent of them.
    void by_form(Reason reason, const std::function<std::string(const Words&)>& form) {
        Buckets buckets;
        for (std::size_t i = 0; i < names_.size(); ++i) buckets[form(words_[i])].push_back(i);
        for (const auto& [key, bucket] : buckets) {
            if (bucket.size() < 2) continue;
            const std::size_t best =
                *std::min_element(bucket.begin(), bucket.end(),
                                  [&](std::size_t a, std::size_t b) { return is_more(a, b); });
            for (const std::size_t each : bucket)
                if (each != best) add(each, best, reason);
        }
    }

    void each_pair(const Buckets& buckets,
                   const std::function<void(std::size_t, std::size_t)>& visit) const {
        for (const auto& [key, bucket] : buckets) {
            if (bucket.size() > largest_bucket) continue;
            for (std::size_t i = 0; i < bucket.size(); ++i)
                for (std::size_t j = i + 1; j < bucket.size(); ++j) visit(bucket[i], bucket[j]);
        }
    }

    void find_initials() {
        Buckets buckets;
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (words_[i].size() > 1)
                buckets[std::string(words_[i].back()) + ' ' + words_[i].front().front()].push_back(
                    i);
        each_pair(buckets, [&](std::size_t a, std::size_t b) {
            if (may_be_one(words_[a], words_[b])) add(a, b, Reason::initials);
        });
    }

    // Of two names one edit apart nearly half is equal, on one side of it: half of the shorter, and
    // each name may be the longer.
    void find_misspellings() {
        Buckets buckets;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const std::string& key = names_[i].key;
            if (text::code_points(key) < shortest_misspelt) continue;
            for (const std::size_t half : std::set{(key.size() - 1) / 2, (key.size() - 2) / 2}) {
                buckets['<' + key.substr(0, half)].push_back(i);
                buckets['>' + key.substr(key.size() - half)].push_back(i);
            }
        }
        each_pair(buckets, [&](std::size_t a, std::size_t b) {
            if (is_misspelt(names_[a].key, names_[b].key)) add(a, b, Reason::misspelling);
        });
    }

    static bool is_misspelt(const std::string& a, const std::string& b) {
        const std::size_t longer = std::max(a.size(), b.size());
        return longer - std::min(a.size(), b.size()) <= 1 && core::edit_distance(a, b) == 1 &&
               digits_of(a) == digits_of(b);
    }

    void find_surnames() {
        struct Called {
            std::size_t all = 0, best = 0;
        };
        std::unordered_map<std::string_view, Called> called;  // by surname: full names
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (words_[i].size() < 2) continue;
            const auto [at, is_new] = called.try_emplace(words_[i].back(), Called{0, i});
            at->second.all += names_[i].articles;
            if (is_more(i, at->second.best)) at->second.best = i;
        }
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (words_[i].size() != 1 || names_[i].articles < 2) continue;
            const auto found = called.find(words_[i].front());
            if (found == called.end()) continue;
            const std::size_t best = found->second.best;
            if (double(names_[best].articles) >= mostly * double(found->second.all))
                found_.push_back({i, best, Reason::surname});
        }
    }

    Kind kind_;
    std::span<const NameCount> names_;
    std::vector<Words> words_;
    std::vector<SimilarNames> found_;
    std::set<std::pair<std::size_t, std::size_t>> seen_;
};

}  // namespace

std::vector<SimilarNames> similar_names(Kind kind, std::span<const NameCount> names) {
    return Finder(kind, names).run();
}

}  // namespace morgue::entities
