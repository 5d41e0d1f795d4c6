#include "index/asked_name.hpp"

#include <algorithm>

#include "text/wildcards.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

constexpr Xapian::doccount fewest_articles = 5;  // for a surname to mean somebody
constexpr double nearly_always = 0.9;

}  // namespace

AskedName::AskedName(Field::Id field, const std::string& name,
                     const entities::Corrections* corrections)
    : field_(field),
      corrections_(corrections),
      wild_(name.find('*') != name.npos),
      key_(wild_ ? value_pattern(field, name) : text::name_key(name)) {
    if (!corrections_ || corrections_->empty()) return;
    reach_ = corrections_->reach(
        *kind_of(field), [&](std::string_view key) { return is_whole(key); },
        [&](std::string_view key) { return is_part(key); });
}

bool AskedName::is_whole(std::string_view key) const {
    return wild_ ? text::matches(key_, key) : key == key_;
}

// A person is found by any word of the name.
bool AskedName::is_part(std::string_view key) const {
    if (is_whole(key)) return true;
    if (field_ != Field::Id::person) return false;
    for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        if (is_whole(key.substr(begin, end - begin))) return true;
        begin = end + 1;
    }
    return false;
}

bool AskedName::is_in(std::string_view name) const {
    const std::string key = text::name_key(name);
    return is_part(key) &&
           std::find(reach_.lost.begin(), reach_.lost.end(), key) == reach_.lost.end();
}

std::optional<std::string> AskedName::lone_surname(const Xapian::Database& database) const {
    const std::size_t blank = key_.rfind(' ');
    if (field_ != Field::Id::person || wild_ || blank == key_.npos) return std::nullopt;
    const std::string surname = key_.substr(blank + 1);
    const auto kind = Entity::Kind::person;
    if (corrections_ &&
        (corrections_->fate(kind, surname) || corrections_->is_split(kind, surname, key_)))
        return std::nullopt;
    const auto articles = [&](const std::string& term) { return database.get_termfreq(term); };
    Xapian::doccount full = articles(name_term(field_, key_));
    for (const auto& [other, key] : reach_.also)
        if (key != key_) full += articles(name_term(field_of(other), key));
    const Xapian::doccount any = articles(value_term(field_, surname));
    const Xapian::doccount alone = articles(name_term(field_, surname));
    const double named_more = double(any - std::min(any, alone));
    if (alone == 0 || full < fewest_articles || double(full) < nearly_always * named_more)
        return std::nullopt;
    return surname;
}

}  // namespace morgue::index
