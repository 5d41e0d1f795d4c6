#pragma once
// The articles, paragraphs or sentences of an article, as the sets of those that each names.
#include <functional>
#include <morgue/explore/graph.hpp>
#include <span>
#include <unordered_map>

#include "explore/context.hpp"
#include "index/article_values.hpp"
#include "store/texts.hpp"

namespace morgue::explore {

// Names are numbered by kind and text, from 0 in the order they are met.
class NamedUnits {
public:
    NamedUnits(const GraphRequest& request, const Context& context);

    // Calls `visit` with the numbers of each unit that names something, each number once. What
    // articles hold is kept for a second pass, up to `most_kept` numbers.
    using Visit = std::function<void(std::span<const std::uint32_t>)>;
    void each(index::Seq seq, const Visit& visit);

    std::pair<Entity::Kind, std::string_view> name(std::uint32_t number) const;
    std::size_t size() const { return names_.size(); }

private:
    struct Kind {
        Entity::Kind kind;
        index::FacetColumn column;
        std::vector<std::uint32_t> numbers;  // by the column's
    };

    static constexpr std::size_t most_kept = 8'000'000;  // 32 MB

    void read(index::Seq seq, const Visit& visit);
    void whole_article(index::Seq seq, const Visit& visit);
    void parts(index::Seq seq, const Visit& visit);
    std::uint32_t number(std::size_t kind, std::uint32_t of_column);

    GraphRequest::Within within_;
    std::vector<Kind> kinds_;
    std::vector<std::pair<std::size_t, std::uint32_t>> names_;  // kind, number of its column
    store::TextReader texts_;
    std::vector<std::uint32_t> unit_;
    std::unordered_map<index::Seq, std::size_t> kept_at_;  // where in kept_ an article begins
    std::vector<std::uint32_t> kept_;  // of each article: units; of each unit: numbers, then these
};

}  // namespace morgue::explore
