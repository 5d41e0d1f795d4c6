#include "explore/named_units.hpp"

#include <algorithm>

#include "text/sentences.hpp"
#include "text/words.hpp"

namespace morgue::explore {

namespace {

Field::Id field_of(Entity::Kind kind) {
    return kind == Entity::Kind::person         ? Field::Id::person
           : kind == Entity::Kind::organisation ? Field::Id::organisation
                                                : Field::Id::place;
}

constexpr std::uint32_t unnumbered = UINT32_MAX;

// Where in a text each unit ends: bytes.
std::vector<std::size_t> unit_ends(std::string_view text, GraphRequest::Within within) {
    std::vector<std::size_t> out;
    std::size_t begin = 0, end = 0;
    text::Words words(text);
    while (const text::Word* word = words.next()) {
        if (end > 0 && word->begin > end + 1) {
            const auto broken = text::break_between(text, begin, end, word->begin);
            if (broken == text::Break::paragraph ||
                (broken == text::Break::sentence && within == GraphRequest::Within::sentence))
                out.push_back(word->begin);
        }
        begin = word->begin;
        end = word->end;
    }
    out.push_back(text.size() + 1);
    return out;
}

// A mention: the unit in which it begins, and who.
using Placed = std::pair<std::size_t, std::uint32_t>;

}  // namespace

NamedUnits::NamedUnits(const GraphRequest& request, const Context& context)
    : within_(request.within), texts_(context.database, store::TextReader::With::entities) {
    for (const Entity::Kind kind : request.kinds)
        kinds_.push_back({kind, index::FacetColumn(context.snapshot, field_of(kind)), {}});
}

std::uint32_t NamedUnits::number(std::size_t kind, std::uint32_t of_column) {
    auto& numbers = kinds_[kind].numbers;
    if (of_column >= numbers.size()) numbers.resize(of_column + 1, unnumbered);
    if (numbers[of_column] == unnumbered) {
        numbers[of_column] = std::uint32_t(names_.size());
        names_.emplace_back(kind, of_column);
    }
    return numbers[of_column];
}

std::pair<Entity::Kind, std::string_view> NamedUnits::name(std::uint32_t number) const {
    const auto [kind, of_column] = names_[number];
    return {kinds_[kind].kind, kinds_[kind].column.value(of_column)};
}

void NamedUnits::each(index::Seq seq, const Visit& visit) {
    if (const auto found = kept_at_.find(seq); found != kept_at_.end()) {
        const std::uint32_t* at = kept_.data() + found->second;
        for (std::uint32_t left = *at++; left > 0; --left) {
            const std::uint32_t names = *at++;
            visit({at, names});
            at += names;
        }
        return;
    }
    if (kept_.size() >= most_kept) return read(seq, visit);
    const std::size_t start = kept_.size();
    kept_.push_back(0);
    read(seq, [&](std::span<const std::uint32_t> unit) {
        ++kept_[start];
        kept_.push_back(std::uint32_t(unit.size()));
        kept_.insert(kept_.end(), unit.begin(), unit.end());
        visit(unit);
    });
    kept_at_[seq] = start;
}

void NamedUnits::read(index::Seq seq, const Visit& visit) {
    if (within_ == GraphRequest::Within::article)
        whole_article(seq, visit);
    else
        parts(seq, visit);
}

// The facet columns know it: no text is read.
void NamedUnits::whole_article(index::Seq seq, const Visit& visit) {
    unit_.clear();
    for (std::size_t kind = 0; kind < kinds_.size(); ++kind)
        for (const std::uint32_t of_column : kinds_[kind].column.at(seq))
            unit_.push_back(number(kind, of_column));
    if (!unit_.empty()) visit(unit_);
}

void NamedUnits::parts(index::Seq seq, const Visit& visit) {
    const auto article = texts_.at(seq);
    if (!article) return;
    const auto ends = unit_ends(article->body, within_);
    std::vector<Placed> placed;  // the headline is unit 0
    for (const Entity& entity : article->entities) {
        const auto kind = std::find_if(kinds_.begin(), kinds_.end(),
                                       [&](const Kind& each) { return each.kind == entity.kind; });
        if (kind == kinds_.end()) continue;
        const std::uint32_t who =
            number(std::size_t(kind - kinds_.begin()), kind->column.number(entity.name));
        for (const Mention& mention : entity.mentions) {
            const auto unit = std::upper_bound(ends.begin(), ends.end(), mention.begin);
            const bool headline = mention.where == Mention::Where::headline;
            placed.emplace_back(headline ? 0 : 1 + std::size_t(unit - ends.begin()), who);
        }
    }
    std::sort(placed.begin(), placed.end());
    placed.erase(std::unique(placed.begin(), placed.end()), placed.end());
    for (std::size_t i = 0; i < placed.size();) {
        unit_.clear();
        const std::size_t unit = placed[i].first;
        for (; i < placed.size() && placed[i].first == unit; ++i) unit_.push_back(placed[i].second);
        visit(unit_);
    }
}

}  // namespace morgue::explore
