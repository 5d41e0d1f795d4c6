#pragma once
// Two queries side by side: how the values of facets are spread over what each finds.
#include <array>
#include <morgue/search.hpp>

namespace morgue {

class ArchiveReader;

struct CompareRequest {
    enum class Sort : std::uint8_t { log_likelihood, log_ratio, count };

    SearchRequest search;  // its query is not used
    std::array<std::string, 2> queries;
    std::vector<Field::Id> facets;
    std::size_t min = 1;     // counted of both queries together
    std::size_t limit = 20;  // values of each facet
    Sort sort = Sort::log_likelihood;
};

struct Comparison {
    struct Value {
        std::string value;
        std::array<std::uint64_t, 2> counts{};  // articles, or SearchRequest::unit
        std::array<double, 2> shares{};         // of all that each query finds
        double log_ratio = 0;  // log2 of the ratio of the shares (Hardie 2014); above 0: more
                               // in the first
        double log_likelihood =
            0;         // G2 (Dunning 1993) that they differ; below 0: less in the first
        double p = 0;  // of it
        bool operator==(const Value&) const = default;
    };
    struct ByFacet {
        Field::Id field = Field::Id::source;
        std::size_t distinct = 0;   // values that are frequent enough
        std::vector<Value> values;  // by falling size of the measure
    };

    std::array<std::uint64_t, 2> totals{};  // in the same unit
    std::uint64_t both = 0;                 // each found by both queries: counted on both sides
    std::vector<ByFacet> facets;            // in the order asked
    std::array<std::vector<Problem>, 2> problems;
};

Comparison compare(const ArchiveReader& archive, const CompareRequest& request);

}  // namespace morgue
