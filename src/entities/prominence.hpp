#pragma once
// Whom an article is about, or nearly so, among all whom it names: what a panel shows first.
#include <morgue/article.hpp>
#include <string>

namespace morgue::entities {

class Prominence {
public:
    // The article must outlive it.
    explicit Prominence(const Article& article);

    // Named twice or more, or in the headline or the first paragraph (or given without mentions);
    // and not the agency or paper that the article is from.
    bool holds(const Entity& entity) const;

private:
    bool leads(const Mention& mention) const;
    bool is_origin(const Entity& entity) const;

    std::string origin_;  // the keys of what says where it is from, each between line ends
    std::size_t lead_end_;
};

}  // namespace morgue::entities
