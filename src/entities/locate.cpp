#include "entities/locate.hpp"

#include <algorithm>
#include <optional>

#include "entities/place_scores.hpp"
#include "entities/surroundings.hpp"
#include "text/words.hpp"

namespace morgue::entities {

namespace {

using Kind = AtlasPlace::Kind;

// Of the first places of an article so many are looked up, of each so many mentions looked at.
constexpr std::size_t most_places = 500, most_mentions = 8;
constexpr std::size_t peoples_bytes = 16 * 1024;  // of the body, in which peoples are looked for

bool lies_in(const AtlasPlace& place, const AtlasPlace& whole) {
    if (place.kind == Kind::region || place.country != whole.country) return false;
    return whole.kind == Kind::country || (place.area == whole.area && place.kind == Kind::city);
}

int prior(const AtlasPlace& place) {
    const int sum =
        place.weight + (place.capital ? score::capital : 0) + (place.usual ? score::usual : 0);
    switch (place.kind) {
        case Kind::region:
            return score::region;
        case Kind::country:
            return sum + score::country;
        case Kind::area:
            return sum + (place.familiar ? score::familiar_area : score::area);
        default:
            return sum + (place.familiar ? score::known_abroad : 0);
    }
}

int coverage(const AtlasPlace& place, const Atlas& atlas) {
    return place.kind == Kind::city && is_covered(atlas, place.country) ? score::covered : 0;
}

// The words that begin with a capital at `at` and stand on one line, four at most: their ends.
std::vector<std::size_t> capitalised_ends(std::string_view text, std::size_t at) {
    std::vector<std::size_t> ends;
    const std::string_view rest = text.substr(at, std::min(text.find('\n', at), at + 80) - at);
    text::Words words(rest);
    while (const text::Word* word = words.next()) {
        if (!word->capital || ends.size() == 4) break;
        if (ends.empty() ? word->begin > 0 : word->begin > ends.back() - at + 1) break;
        ends.push_back(at + word->end);
    }
    return ends;
}

// "Germany and Italy", "Texas, Ohio and Utah": whether the name that ends at `at` goes on as a
// list.
bool is_in_list(std::string_view text, std::size_t at) {
    const auto follows = [&](std::string_view mark) { return text.substr(at).starts_with(mark); };
    for (int names = 0; names < 6; ++names) {
        const std::size_t joint = follows(" and ") ? 5 : follows(", and ") ? 6 : 0;
        if (joint) return !capitalised_ends(text, at + joint).empty();
        if (!follows(", ")) return false;
        const std::vector<std::size_t> ends = capitalised_ends(text, at + 2);
        if (ends.empty()) return false;
        at = ends.back();
    }
    return false;
}

// "Ga.", "N.H.", "TX"; but not "Miss World".
bool is_abbreviated(std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view name = text.substr(begin, end - begin);
    return text.substr(end).starts_with('.') ||
           std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The words that begin with a capital and have four letters or more, in lower case.
template <class F>
void for_each_capitalised(std::string_view text, F&& f) {
    constexpr std::size_t shortest = 4;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && (is_ascii_letter(text[at]) || (text[at] & 0x80))) ++at;
        if (at == begin) {
            ++at;
            continue;
        }
        const std::string_view letters = text.substr(begin, at - begin);
        if (letters.size() < shortest || letters[0] < 'A' || letters[0] > 'Z') continue;
        word.assign(letters);
        for (char& c : word) c = char(c & 0x80 ? c : c | 0x20);
        f(word);
    }
}

class Locator {
public:
    Locator(Article& article, const Atlas& atlas) : article_(article), atlas_(atlas) {
        dateline_ = article.dateline.empty() ? article.located : article.dateline;
        dateline_ = dateline_.substr(0, dateline_.find('('));
        const std::size_t comma = std::min(dateline_.find(','), dateline_.size());
        dateline_town_ = text::name_key(dateline_.substr(0, comma));
        dateline_wholes_ = wholes_at(dateline_, comma);
        for (Entity& entity : article.entities)
            if (entity.kind == Entity::Kind::place && places_.size() < most_places)
                places_.push_back(place(entity));
    }

    void run() {
        read_dateline();
        const Surroundings dateline = around_;
        for (Place& place : places_) believe(place, common(meant(place, dateline)));
        for (int round = 0; round < 2; ++round)
            for (Place& place : places_)
                if (place.candidates.size() > 1 || !place.sure) reconsider(place);
        for (Place& place : places_) settle(place);
    }

private:
    struct Place {
        Entity* entity = nullptr;
        std::vector<AtlasPlace> candidates;
        bool hinted = false;  // the text says in which country or area it is
        std::optional<AtlasPlace> sure;
    };

    Place place(Entity& entity) {
        Place place{&entity, named(entity.name), false, {}};
        const std::size_t comma = entity.name.find(", ");
        std::vector<AtlasPlace> wholes;
        if (place.candidates.empty() && comma != entity.name.npos) {
            place.candidates = named(std::string_view(entity.name).substr(0, comma));
            wholes = wholes_at(entity.name, comma);
        }
        for (std::size_t n = 0; n < std::min(entity.mentions.size(), most_mentions); ++n) {
            const Mention& mention = entity.mentions[n];
            const bool body = mention.where == Mention::Where::body;
            const auto found = wholes_at(body ? article_.body : article_.headline, mention.end);
            wholes.insert(wholes.end(), found.begin(), found.end());
        }
        if (!dateline_town_.empty() && text::name_key(entity.name) == dateline_town_)
            wholes.insert(wholes.end(), dateline_wholes_.begin(), dateline_wholes_.end());
        keep_within(place, wholes);
        return place;
    }

    // Places of the name; abbreviations stand only behind a town.
    std::vector<AtlasPlace> named(std::string_view name) const {
        std::vector<AtlasPlace> found = atlas_.find(text::name_key(name));
        std::erase_if(found, [](const AtlasPlace& each) {
            return each.abbreviation || each.kind == Kind::people;
        });
        return found;
    }

    // Countries and areas named directly behind a place: "Paris, Texas", "Paris (Texas)".
    std::vector<AtlasPlace> wholes_at(std::string_view text, std::size_t at) const {
        std::vector<AtlasPlace> found;
        if (at + 2 >= text.size()) return found;
        const std::string_view between = text.substr(at, 2);
        if (between != ", " && between != " (") return found;
        std::vector<std::size_t> ends = capitalised_ends(text, at + 2);
        for (; found.empty() && !ends.empty(); ends.pop_back())
            found = wholes_between(text, at + 2, ends.back());
        return found;
    }

    // An area is familiar here only if no country nor city as great is called so.
    std::vector<AtlasPlace> wholes_between(std::string_view text, std::size_t begin,
                                           std::size_t end) const {
        std::vector<AtlasPlace> found =
            atlas_.find(text::name_key(text.substr(begin, end - begin)));
        const bool other = std::any_of(found.begin(), found.end(), [](const AtlasPlace& each) {
            return each.kind == Kind::country ||
                   (each.kind == Kind::city && each.weight >= score::great);
        });
        const bool short_form = is_abbreviated(text, begin, end), list = is_in_list(text, end);
        std::erase_if(found, [&](const AtlasPlace& each) {
            if (each.kind != Kind::country && each.kind != Kind::area) return true;
            return each.abbreviation ? !short_form : list;
        });
        for (AtlasPlace& each : found) each.familiar = each.familiar && !other;
        return found;
    }

    // Where none lies in them, it is a town too small for the atlas, of which the area is known:
    // "WARSAW, Ind."; behind a country it may be a list, and nothing is said.
    static void keep_within(Place& place, const std::vector<AtlasPlace>& wholes) {
        std::vector<AtlasPlace> within;
        for (const AtlasPlace& each : place.candidates)
            if (std::any_of(wholes.begin(), wholes.end(),
                            [&](const AtlasPlace& whole) { return lies_in(each, whole); }))
                within.push_back(each);
        std::erase_if(within, [](const AtlasPlace& each) { return each.kind == Kind::country; });
        if (within.empty() && !place.candidates.empty()) within = told_areas(wholes);
        if (within.empty()) return;
        place.candidates = std::move(within);
        place.hinted = true;
    }

    static std::vector<AtlasPlace> told_areas(const std::vector<AtlasPlace>& wholes) {
        std::vector<AtlasPlace> found;
        for (const AtlasPlace& whole : wholes) {
            const bool told = whole.kind == Kind::area && (whole.abbreviation || whole.familiar);
            if (told && std::none_of(found.begin(), found.end(), [&](const AtlasPlace& each) {
                    return each.country == whole.country && each.area == whole.area;
                }))
                found.push_back(whole);
        }
        return found;
    }

    // "CARACAS, Venezuela, Sept 28 (Reuters) -": each part that is a place for sure.
    void read_dateline() {
        std::string_view rest = dateline_;
        for (int parts = 0; parts < 3 && !rest.empty(); ++parts) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            Place part{nullptr, named(rest.substr(0, comma)), false, {}};
            if (parts == 0) keep_within(part, dateline_wholes_);
            if (auto sure = common(meant(part, around_))) {
                sure->capital = false;  // here it is no more than a town
                around_.add(*sure, 1);
            }
            rest.remove_prefix(std::min(rest.size(), comma + 1));
        }
    }

    // The best candidates; of equals the more encompassing.
    std::vector<AtlasPlace> meant(const Place& place, const Surroundings& around) const {
        std::vector<std::pair<int, const AtlasPlace*>> scored;
        int best = 0;
        for (const AtlasPlace& each : place.candidates) {
            const int reason = prior(each) + around.support(each);
            const int sum = reason + coverage(each, atlas_);
            best = std::max(best, sum);
            if (each.kind != Kind::city || place.hinted || reason >= score::enough)
                scored.emplace_back(sum, &each);
        }
        std::vector<AtlasPlace> found;
        for (const auto& [sum, each] : scored)
            if (sum > best - score::lead) found.push_back(*each);
        return found;
    }

    // What they say as a witness for others: nothing, if they do not agree on a country.
    static std::optional<AtlasPlace> common(const std::vector<AtlasPlace>& found) {
        if (found.empty()) return std::nullopt;
        AtlasPlace common = found.front();
        for (const AtlasPlace& each : found) {
            const bool region = each.kind == Kind::region;
            if (region != (common.kind == Kind::region)) return std::nullopt;
            if (each.country != common.country) return std::nullopt;
            if (each.kind != common.kind) common.kind = Kind::city;
            if (each.area != common.area) common.area = 0;
            common.capital = common.capital || each.capital;
        }
        return common;
    }

    void believe(Place& place, const std::optional<AtlasPlace>& sure) {
        place.sure = sure;
        if (sure) around_.add(*sure, times(place));
    }
    void doubt(const Place& place) {
        if (place.sure) around_.add(*place.sure, -times(place));
    }
    static int times(const Place& place) {
        return int(std::clamp<std::size_t>(place.entity->mentions.size(), 1, most_mentions));
    }

    void reconsider(Place& place) {
        doubt(place);  // it is no witness for itself
        believe(place, common(meant(place, around_)));
    }

    void settle(Place& place) {
        if (place.candidates.empty()) return;
        doubt(place);
        std::vector<AtlasPlace> found = meant(place, around_);
        if (found.size() != 1 && !peoples_known_) {
            read_peoples();
            found = meant(place, around_);
        }
        believe(place, place.sure);
        if (found.empty()) return;
        const std::vector<std::string_view> path = common_path(found);
        for (const std::string_view part : path)
            (place.entity->region += place.entity->region.empty() ? "" : "/") += part;
        if (!path.empty() && found.front().kind != Kind::region)
            place.entity->country = atlas_.country(found.front().country);
    }

    // As far down as the candidates agree; nothing if not even on the country.
    std::vector<std::string_view> common_path(const std::vector<AtlasPlace>& found) const {
        std::vector<std::string_view> path = atlas_.path(found.front());
        for (const AtlasPlace& each : found) {
            const bool region = each.kind == Kind::region;
            if (region != (found.front().kind == Kind::region)) return {};
            if (each.country != found.front().country) return {};
            const auto other = atlas_.path(each);
            const auto [end, ignored] =
                std::mismatch(path.begin(), path.end(), other.begin(), other.end());
            path.erase(end, path.end());
        }
        return path;
    }

    // Peoples are weak witnesses, and looked for only where it is not clear without them.
    void read_peoples() {
        peoples_known_ = true;
        for_each_capitalised(std::string_view(article_.body).substr(0, peoples_bytes),
                             [&](std::string_view word) {
                                 for (const AtlasPlace& each : atlas_.find(word))
                                     if (each.kind == Kind::people)
                                         around_.add_people(each.country);
                             });
    }

    Article& article_;
    const Atlas& atlas_;
    std::string_view dateline_;  // up to the agency
    std::string dateline_town_;  // its key
    std::vector<AtlasPlace> dateline_wholes_;
    std::vector<Place> places_;
    Surroundings around_{atlas_};
    bool peoples_known_ = false;
};

}  // namespace

void locate(Article& article, const Atlas& atlas) {
    for (Entity& entity : article.entities) {
        entity.country.clear();
        entity.region.clear();
    }
    Locator(article, atlas).run();
}

}  // namespace morgue::entities
