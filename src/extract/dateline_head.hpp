#pragma once
// What stands before the dash of a dateline: "CARACAS, Venezuela, Sept 28 (Reuters)".
#include <morgue/date.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::extract {

struct DatelineHead {
    std::string place;         // as printed, the region left out: "CARACAS"
    std::string provider;      // who sent it, as printed: "Reuters", "RADIO X"
    std::string agency;        // the provider by its proper name, where it is known
    std::string day;           // "Sept 28"
    bool day_apart = false;    // it stands behind a comma
    std::optional<Date> date;  // of `day`, where its year is given
};

// Nothing if the text cannot be the head of a dateline. `text` is one line.
std::optional<DatelineHead> read_dateline_head(std::string_view text);

// What a dateline tells when a format states it as one, where no dash is needed.
struct GivenDateline {
    std::string located, agency;
    std::optional<Date> date;
};
GivenDateline read_given_dateline(std::string_view text);

// The place as news prints it: "CARACAS (VENEZUELA)" -> "Caracas".
std::string located_name(std::string_view place);

}  // namespace morgue::extract
