#include "render/dates.hpp"

namespace morgue::render {

std::string readable(const Date& date) {
    const std::string iso = date.iso();
    const std::size_t clock = iso.find('T');
    if (clock == iso.npos) return iso;
    std::string out = iso.substr(0, clock) + ' ' + iso.substr(clock + 1, 5);  // HH:MM
    if (date.offset) out += *date.offset == 0 ? " UTC" : ' ' + iso.substr(iso.size() - 6);
    return out;
}

}  // namespace morgue::render
