#include "entities/prominence.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace morgue::entities {

Prominence::Prominence(const Article& article)
    : lead_end_(std::min(article.body.find("\n\n"), article.body.size())) {
    for (const std::string* text :
         {&article.source, &article.byline, &article.dateline, &article.copyright})
        if (!text->empty()) origin_.append(" ").append(text::name_key(*text)).append(" \n");
}

bool Prominence::holds(const Entity& entity) const {
    const bool named = entity.mentions.size() != 1 || leads(entity.mentions.front());
    return named && !is_origin(entity);
}

bool Prominence::leads(const Mention& mention) const {
    return mention.where == Mention::Where::headline || mention.begin < lead_end_;
}

bool Prominence::is_origin(const Entity& entity) const {
    return entity.kind == Entity::Kind::organisation &&
           origin_.find(' ' + text::name_key(entity.name) + ' ') != origin_.npos;
}

}  // namespace morgue::entities
