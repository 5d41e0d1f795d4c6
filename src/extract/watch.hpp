#pragma once
// Which step of a recipe filled which field of an article. Costs nothing where nobody asks.
#include <morgue/article.hpp>
#include <string_view>
#include <vector>

#include "extract/ladder.hpp"

namespace morgue::extract {

class Watch {
public:
    // What the article holds already is not noted.
    Watch(const Article& article, Origins* origins);

    // As if the article held nothing yet.
    void forget() { before_.assign(before_.size(), {}); }

    // Notes every field that has been filled since the last step, with the rule that did it;
    // fields whose rules have noted themselves are left alone.
    void step(std::string_view rule);

private:
    const Article& article_;
    Origins* origins_;
    std::vector<std::string> before_;  // the texts of the fields
    std::size_t known_ = 0;            // origins at the last step
};

}  // namespace morgue::extract
