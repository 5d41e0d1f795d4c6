#pragma once
// How often words stand in the running text of all articles (the body, or the summary of an article
// that has no body), from the index alone: no text is read.
//
// The index counts a word over all text fields, the headline's twice. The articles that have it
// outside the body are few and listed by term, and their positions tell how often.
#include <string>
#include <vector>

#include "index/snapshot.hpp"

namespace morgue::index {

class WordCounts {
public:
    // `left_out`: articles that are not counted, like the dead.
    explicit WordCounts(const Snapshot& snapshot, const std::vector<Seq>& left_out = {});

    // How often a folded word stands there; in how many articles.
    std::uint64_t occurrences(const std::string& word);
    std::uint64_t articles(const std::string& word);

    // Nearly the same, and found at once: headlines and the like are counted, too, and of what is
    // left out its share of all.
    std::uint64_t about_occurrences(const std::string& word) const;
    std::uint64_t about_articles(const std::string& word) const;

    bool nothing_left_out() const { return out_.empty(); }

    // Words of all bodies; articles with a body or a summary.
    std::uint64_t body_words() const { return body_words_; }
    std::uint64_t articles() const { return articles_; }

    // Articles with a summary and without a body, whose words are the caller's to count.
    const std::vector<Seq>& bodiless() const { return bodiless_; }

private:
    struct Count {
        std::uint64_t occurrences = 0, articles = 0;
    };

    void learn_texts();
    Count left_out(const std::string& term) const;
    std::uint64_t share_kept(std::uint64_t count) const;
    bool counted(Seq seq) const;
    bool has_body(Seq seq) const;
    std::uint64_t outside_body(std::size_t segment, const std::string& word);
    std::uint64_t in_summaries(const std::string& word);

    const Snapshot& snapshot_;
    std::vector<Seq> out_;  // dead or left out, sorted
    std::vector<Seq> bodiless_;
    std::uint64_t body_words_ = 0, articles_ = 0;
    std::vector<Seq> seqs_;
    std::vector<std::uint32_t> positions_;
};

}  // namespace morgue::index
