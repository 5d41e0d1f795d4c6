#pragma once
// Query tree -> Xapian::Query.
#include <xapian.h>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "entities/corrections.hpp"
#include "index/entry.hpp"
#include "index/facet_columns.hpp"
#include "index/lexicon.hpp"
#include "index/mapped_segments.hpp"
#include "index/moment.hpp"
#include "query/ast.hpp"

namespace morgue::index {

struct CompileOptions {
    std::vector<std::string> languages;  // whose stemmers read words
    bool question = false;               // words side by side are alternatives: see question.hpp

    // Articles by fields that only the article store can look up: id, guid, url, path, label,
    // note ("*": any).
    std::function<std::vector<Seq>(Field::Id, const std::string&)> look_up;

    // Articles whose story has so many further copies, at least one; may be empty.
    std::function<std::vector<Seq>(std::uint64_t from, std::uint64_t to)> copies;

    const MappedSegments* segments = nullptr;  // the snapshot's; null leaves all to Xapian

    // A person's corrections of names, and the columns they are looked up in: the snapshot's.
    const entities::Corrections* corrections = nullptr;
    std::span<const FacetColumns> columns;

    std::optional<Moment> as_of;  // of the past
};

// What a query means to the index.
struct Compiled {
    Xapian::Query query;
    bool weighted = false;          // some part of it ranks
    std::vector<Problem> problems;  // e.g. a wildcard that stands for too many words
    std::vector<Widening> widenings;
    std::optional<Moment> as_of;  // asked among the versions of a moment, not the current ones
};

// Throws Error::Kind::query when the whole expands beyond its limit.
Compiled compile(const query::Expr& expr, const Xapian::Database& database,
                 const CompileOptions& options);

}  // namespace morgue::index
