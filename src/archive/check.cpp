#include <algorithm>
#include <map>
#include <morgue/archive.hpp>

#include "entities/locate.hpp"
#include "index/analyse.hpp"
#include "index/check.hpp"
#include "store/articles.hpp"
#include "store/layout.hpp"
#include "store/migrate.hpp"
#include "store/stories.hpp"

namespace morgue {

namespace {

constexpr std::string_view rebuild_hint = "morgue rebuild makes the index anew from the articles";

class Checker {
public:
    explicit Checker(const std::filesystem::path& folder)
        : layout_{folder}, database_(layout_.database(), store::Database::Mode::read) {
        store::check_schema(database_, false);
        database_.run("BEGIN");
        store_.emplace(database_);
    }

    std::vector<CheckFinding> run(bool deep) {
        check_database();
        check_segments();
        check_articles();
        check_stories();
        if (deep) check_entries();
        return std::move(findings_);
    }

private:
    void add(std::string where, std::string what, std::string_view hint) {
        findings_.push_back({std::move(where), std::move(what), std::string(hint)});
    }

    void check_database() {
        store::Statement row(database_, "PRAGMA quick_check(20)");
        while (row.step())
            if (row.view(0) != "ok")
                add(layout_.database().string(), row.text(0), "restore articles.db from a backup");
    }

    void check_segments() {
        for (const auto& row : store_->segments()) {
            const auto folder = layout_.segment(row.id);
            index::SegmentCheck checked = index::check_segment(folder);
            for (std::string& fault : checked.faults)
                add(folder.string(), std::move(fault), rebuild_hint);
            for (const index::Seq seq : checked.articles) indexed_.emplace_back(seq, row.id);
        }
        std::sort(indexed_.begin(), indexed_.end());
    }

    // Every version, current or earlier, is in exactly one segment; whatever else is there is dead.
    void check_articles() {
        const std::vector<index::Seq> dead = store_->dead();
        std::vector<index::Seq> found;
        store::Statement row(database_,
                             "SELECT seq FROM article WHERE seq IS NOT NULL UNION"
                             " SELECT seq FROM version WHERE replaced IS NOT NULL ORDER BY seq");
        std::vector<index::Seq> living;
        while (row.step()) living.push_back(index::Seq(row.number(0)));
        for (const auto& [seq, segment] : indexed_) found.push_back(seq);
        if (std::adjacent_find(found.begin(), found.end()) != found.end())
            add(layout_.segments().string(), "an article is indexed twice", rebuild_hint);
        if (!std::includes(found.begin(), found.end(), living.begin(), living.end()))
            add(layout_.segments().string(), "an article is not indexed", rebuild_hint);
        std::vector<index::Seq> known;
        std::merge(living.begin(), living.end(), dead.begin(), dead.end(),
                   std::back_inserter(known));
        if (!std::includes(known.begin(), known.end(), found.begin(), found.end()))
            add(layout_.segments().string(), "the index names an article that is not stored",
                rebuild_hint);
    }

    void check_stories() {
        for (std::string& fault : store::story_faults(database_))
            add(layout_.database().string(), std::move(fault), rebuild_hint);
    }

    // Copies that are called equal are.
    void check_equal(index::Seq seq, std::uint64_t text) {
        const auto member = stories_->member(seq);
        if (member && equal_.try_emplace(member->exact, text).first->second != text)
            add("story " + std::to_string(member->story),
                "two of its texts differ and count as equal", rebuild_hint);
    }

    void check_entries() {
        index::Analyser analyser;
        stories_.emplace(database_);
        store_->each_version([&](store::StoredVersion& version) {
            entities::locate(version.article);
            index::Entry entry = analyser.analyse(version.article);
            index::Analyser::finish(entry, version.seq, version.added);
            const auto at = std::lower_bound(indexed_.begin(), indexed_.end(),
                                             std::pair(version.seq, std::int64_t(0)));
            if (at == indexed_.end() || at->first != version.seq) return true;
            const std::string difference =
                index::compare_with_entry(layout_.segment(at->second), entry);
            if (!difference.empty())
                add("article " + std::to_string(version.article.id),
                    "its index entry " + difference, rebuild_hint);
            check_equal(version.seq, entry.sketch.text);
            return findings_.size() < 100;
        });
    }

    store::Layout layout_;
    store::Database database_;
    std::optional<store::ArticleStore> store_;
    std::optional<store::StoryStore> stories_;
    std::map<index::Seq, std::uint64_t> equal_;                 // fingerprints of equal texts
    std::vector<std::pair<index::Seq, std::int64_t>> indexed_;  // seq, segment
    std::vector<CheckFinding> findings_;
};

}  // namespace

std::vector<CheckFinding> check_archive(const std::filesystem::path& folder, bool deep) {
    if (!store::Layout{folder}.is_archive())
        throw Error(Error::Kind::not_an_archive, folder.string() + " is not an archive",
                    "morgue index -a " + folder.string() + " PATH... makes one");
    return Checker(folder).run(deep);
}

}  // namespace morgue
