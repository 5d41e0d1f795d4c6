#include "extract/quote_names.hpp"

#include <algorithm>

#include "text/sentences.hpp"
#include "text/words.hpp"

namespace morgue::extract {

QuoteNames::QuoteNames(const Article& article) : article_(article) {
    for (const Entity& entity : article.entities) {
        for (const Mention& mention : entity.mentions)
            if (mention.where == Mention::Where::body && mention.end <= article.body.size() &&
                mention.begin < mention.end)
                places_.push_back({mention.begin, mention.end, &entity});
        if (entity.kind != Entity::Kind::person) continue;
        ++persons_;
        const std::vector<std::string> words = text::words(entity.name);
        if (words.empty()) continue;
        const auto [found, fresh] = surnames_.emplace(words.back(), &entity);
        if (!fresh) found->second = nullptr;
    }
    std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::size_t end = 0;
    std::erase_if(places_, [&](const Place& place) {
        if (place.begin < end) return true;
        end = place.end;
        return false;
    });
}

const QuoteNames::Place* QuoteNames::place_at(std::size_t at) const {
    auto next = std::upper_bound(places_.begin(), places_.end(), at,
                                 [](std::size_t value, const Place& p) { return value < p.begin; });
    if (next == places_.begin()) return nullptr;
    const Place& place = *--next;
    return at < place.end ? &place : nullptr;
}

const Entity* QuoteNames::by_surname(const TellingWord& word) const {
    if (!word.capital) return nullptr;
    const auto found = surnames_.find(word.folded);
    return found == surnames_.end() ? nullptr : found->second;
}

std::vector<TellingWord> QuoteNames::words(std::size_t begin, std::size_t end) const {
    std::vector<TellingWord> out;
    text::Words read(std::string_view(article_.body).substr(begin, end - begin));
    while (const text::Word* word = read.next()) {
        TellingWord each;
        each.begin = begin + word->begin;
        each.end = begin + word->end;
        each.folded = word->folded;
        each.capital = word->capital;
        out.push_back(std::move(each));
    }
    mark_gaps(out, end);
    mark_names(out);
    return out;
}

void QuoteNames::mark_gaps(std::vector<TellingWord>& words, std::size_t end) const {
    const std::string_view body = article_.body;
    for (std::size_t i = 0; i < words.size(); ++i) {
        TellingWord& word = words[i];
        const std::size_t next = i + 1 < words.size() ? words[i + 1].begin : end;
        const std::string_view gap = body.substr(word.end, next - word.end);
        word.comma = gap.find(',') != gap.npos;
        word.ends = gap.find_first_of(";:") != gap.npos ||
                    (i + 1 < words.size() ? text::break_between(body, word.begin, word.end, next) !=
                                                text::Break::none
                                          : gap.find_first_of(".!?") != gap.npos);
        const std::string_view own = body.substr(word.begin, word.end - word.begin);
        word.possessive = own.ends_with("'s") || own.ends_with("’s") || gap.starts_with("'") ||
                          gap.starts_with("’");
    }
}

// Words of one name become one.
void QuoteNames::mark_names(std::vector<TellingWord>& words) const {
    std::vector<TellingWord> out;
    const Place* last = nullptr;
    for (TellingWord& word : words) {
        const Place* place = place_at(word.begin);
        if (place && place == last) {
            TellingWord& name = out.back();
            name.end = word.end;
            name.folded.clear();
            name.comma = word.comma;
            name.ends = word.ends;
            name.possessive = word.possessive;
            continue;
        }
        last = place;
        word.name = place ? place->entity : by_surname(word);
        out.push_back(std::move(word));
    }
    words = std::move(out);
}

const Entity* QuoteNames::only_person(std::size_t begin, std::size_t end) const {
    constexpr std::size_t most = 64;
    const Entity* found = nullptr;
    if (persons_ == 1) {
        for (const Entity& entity : article_.entities)
            if (entity.kind == Entity::Kind::person) return &entity;
    }
    auto place =
        std::lower_bound(places_.begin(), places_.end(), begin,
                         [](const Place& p, std::size_t value) { return p.begin < value; });
    for (std::size_t seen = 0; place != places_.end() && place->begin < end; ++place) {
        if (++seen > most) return nullptr;
        if (place->entity->kind != Entity::Kind::person) continue;
        if (found && found != place->entity) return nullptr;
        found = place->entity;
    }
    return found;
}

}  // namespace morgue::extract
