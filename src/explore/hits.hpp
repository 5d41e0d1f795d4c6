#pragma once
// The articles of a query, all of them, as numbers.
#include <functional>
#include <morgue/search.hpp>
#include <unordered_set>

#include "explore/context.hpp"
#include "index/groups.hpp"
#include "search/highlight.hpp"
#include "search/search.hpp"

namespace morgue::explore {

// A query, understood once; it may be gone through many times. The context must outlive it.
class Hits {
public:
    Hits(const SearchRequest& request, const Context& context);

    // Every article it finds, by seq, in constant memory; `visit` returns false to stop.
    void each(const std::function<bool(index::Seq)>& visit) const;

    // The same, but of copies that the request collapses only the one that was stored first.
    void each_once(const std::function<bool(index::Seq)>& visit) const;

    // By which copies collapse; null where they do not.
    const index::Groups* groups() const;

    const std::vector<Problem>& problems() const { return understood_.parsed.problems; }
    const query::Expr& expr() const { return understood_.parsed.expr; }

    // Finds in texts what the query is about.
    search::Highlighter highlighter() const;

    // The query in a form that conditions can be put beside: "(oil prices)"; empty when it finds
    // everything.
    std::string text() const;

private:
    const Context& context_;
    SearchRequest request_;
    search::Understood understood_;
};

// The rest of an archive: what `all` finds and `hits` does not count. `counts`: whether it is of
// the rest; not so are copies of what was counted, where the request collapses copies.
void each_other(const Hits& hits, const Hits& all,
                const std::function<void(index::Seq, bool counts)>& visit);

// Whether an article counts in a cell of a table: of copies that collapse only the first that lies
// there.
class OncePerCell {
public:
    explicit OncePerCell(const index::Groups* groups) : groups_(groups) {}

    bool add(std::uint64_t row, std::int64_t column, index::Seq seq) {
        const std::uint32_t group = groups_ ? groups_->of(seq) : 0;
        return group == 0 || seen_.insert({row, column, group}).second;
    }

private:
    struct Place {
        std::uint64_t row;
        std::int64_t column;
        std::uint32_t group;
        bool operator==(const Place&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Place& place) const {
            std::uint64_t hash = place.row * 0x9E3779B97F4A7C15u;
            hash = (hash ^ std::uint64_t(place.column)) * 0x9E3779B97F4A7C15u;
            hash = (hash ^ place.group) * 0x9E3779B97F4A7C15u;
            return hash ^ hash >> 32;
        }
    };

    const index::Groups* groups_;
    std::unordered_set<Place, Hash> seen_;
};

// A query and a condition: "(oil prices) date:2025-09". Either may be empty.
std::string narrowed(const std::string& query, const std::string& condition);

// A condition on a value, quoted where it must be: source:"Le Monde".
std::string value_condition(Field::Id field, std::string_view value);

}  // namespace morgue::explore
