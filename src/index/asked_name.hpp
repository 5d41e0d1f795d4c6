#pragma once
// The name of a person, organisation or place that a query asks for, and by which names it finds.
#include <xapian.h>
#include <optional>
#include <string>

#include "entities/corrections.hpp"
#include "index/terms.hpp"

namespace morgue::index {

class AskedName {
public:
    // `name` may have wildcards; `corrections` may be null.
    AskedName(Field::Id field, const std::string& name, const entities::Corrections* corrections);

    // What corrections add and take away.
    const entities::Corrections::Reach& reach() const { return reach_; }

    // Whether a name, as recognised, is meant and has not been taken away.
    bool is_in(std::string_view name) const;

    // The last part of a person's full name, if whoever is called by it and more is nearly always
    // this person: then articles that have it alone are meant, too.
    std::optional<std::string> lone_surname(const Xapian::Database& database) const;

private:
    bool is_whole(std::string_view key) const;
    bool is_part(std::string_view key) const;

    Field::Id field_;
    const entities::Corrections* corrections_;
    bool wild_;
    std::string key_;  // or a pattern
    entities::Corrections::Reach reach_;
};

}  // namespace morgue::index
