#pragma once
// A JSON object as a source of fields.
#include <simdjson.h>

#include "formats/field_map.hpp"

namespace morgue::formats {

class JsonFields final : public FieldSource {
public:
    JsonFields(const simdjson::dom::element& record, bool loose) : record_(record), loose_(loose) {}

    // Texts, numbers and booleans as text; of an object nothing. A key asked of a list is asked of
    // its elements.
    void values(const FieldPath& path, std::vector<std::string>& to, bool& is_list) const override;

private:
    using Steps = std::vector<FieldPath::Step>;

    void follow(const simdjson::dom::element& from, const Steps& steps, std::size_t at,
                std::vector<std::string>& to, bool& is_list) const;
    void follow_key(const simdjson::dom::element& from, const Steps& steps, std::size_t at,
                    std::vector<std::string>& to, bool& is_list) const;

    const simdjson::dom::element& record_;
    const bool loose_;
};

}  // namespace morgue::formats
