#include "index/snapshot.hpp"

#include <algorithm>
#include <map>

#include "index/glass/position_cursor.hpp"
#include "index/guard.hpp"
#include "index/stemmer.hpp"

namespace morgue::index {

Snapshot::Snapshot(std::vector<std::filesystem::path> segments, std::vector<Seq> hidden,
                   entities::Corrections corrections)
    : folders_(std::move(segments)),
      hidden_(std::make_shared<const std::vector<Seq>>(std::move(hidden))),
      corrections_(std::move(corrections)) {
    for (const auto& folder : folders_) {
        guard(folder.string(), [&] {
            const Xapian::Database segment(folder.string());
            database_.add_database(segment);
            segments_.push_back(segment);
            mapped_.add(segment.get_uuid(), folder);
        });
        columns_.emplace_back(folder / facet_file);
    }
}

std::optional<std::size_t> Snapshot::segment_of(Seq seq) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].first() <= seq && seq <= columns_[i].last()) return i;
    return std::nullopt;
}

const std::vector<std::uint32_t>& Snapshot::positions(Xapian::docid combined,
                                                      std::string_view word) const {
    read_.clear();
    if (const auto* segment = mapped_.at((combined - 1) % folders_.size()))
        glass::PositionCursor(segment->positions, word).read(seq(combined), 0, UINT32_MAX, read_);
    return read_;
}

const std::vector<std::string>& Snapshot::languages() const {
    if (!languages_.empty()) return languages_;
    std::map<std::string, Xapian::doccount> articles{{stem_language(""), 0}};
    guard("the index", [&] {
        const std::string prefix(field(Field::Id::language).prefix);
        for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
             ++term)
            articles[stem_language((*term).substr(prefix.size()))] += term.get_termfreq();
    });
    for (const auto& [language, count] : articles) languages_.push_back(language);
    std::stable_sort(languages_.begin(), languages_.end(),
                     [&](const auto& a, const auto& b) { return articles[a] > articles[b]; });
    return languages_;
}

}  // namespace morgue::index
