#include "atlas_writer.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "entities/atlas.hpp"
#include "entities/hashing.hpp"
#include "text/words.hpp"

namespace morgue::train {

namespace {

using entities::Atlas;
using entities::AtlasHeader;
using Kind = entities::AtlasPlace::Kind;

constexpr std::size_t buckets = 4096;
constexpr std::array kinds{"region", "country", "area", "city", "people"};

struct Line {
    Kind kind = Kind::city;
    std::string country, area;  // codes; of a region: its own and its parent's
    int weight = 0;
    std::string marks, name, shown;
};

Line read_line(const std::string& text) {
    std::vector<std::string> cells;
    std::istringstream in(text + '\t');
    for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
    const auto kind = std::find(kinds.begin(), kinds.end(), cells[0]);
    if (cells.size() != 7 || kind == kinds.end() || cells[5].size() > 255)
        throw std::runtime_error("not a line of the atlas: " + text);
    return {Kind(kind - kinds.begin()),
            cells[1],
            cells[2],
            std::stoi(cells[3]),
            cells[4],
            cells[5],
            cells[6]};
}

void append_text(std::string& to, const std::string& text) {
    to += char(text.size());
    to += text;
}

// Numbers regions, countries and their areas in the order of their lines.
class Writer {
public:
    void add(Line line) {
        if (line.shown.empty()) name(line);
        lines_.push_back(std::move(line));
    }

    std::string finish() {
        std::vector<std::string> entries(buckets);
        std::stable_sort(lines_.begin(), lines_.end(),
                         [](const Line& a, const Line& b) { return a.weight > b.weight; });
        for (const Line& line : lines_)
            entries[entities::atlas_bucket(entities::hash_bytes(text::name_key(line.name)),
                                           buckets)] += entry(line);
        std::vector<std::uint32_t> starts;
        for (const std::string& bucket : entries) {
            starts.push_back(std::uint32_t(names_.size()));
            names_ += bucket;
        }
        starts.push_back(std::uint32_t(names_.size()));
        std::vector<Atlas::Country> countries;
        std::vector<std::uint32_t> areas;
        for (const CountryLine& each : countries_) {
            countries.push_back(each.row);
            countries.back().areas_before = std::uint16_t(areas.size());
            areas.insert(areas.end(), each.areas.begin(), each.areas.end());
        }
        AtlasHeader header{AtlasHeader::right_magic,       buckets,
                           std::uint32_t(regions_.size()), std::uint32_t(countries.size()),
                           std::uint32_t(areas.size()),    std::uint32_t(names_.size())};
        std::string file;
        append(file, &header, sizeof header);
        append(file, starts.data(), starts.size() * sizeof starts[0]);
        append(file, regions_.data(), regions_.size() * sizeof regions_[0]);
        append(file, countries.data(), countries.size() * sizeof countries[0]);
        append(file, areas.data(), areas.size() * sizeof areas[0]);
        append(file, names_.data(), names_.size());
        return file;
    }

private:
    struct CountryLine {
        Atlas::Country row;
        std::map<std::string, std::uint8_t> area_numbers;
        std::vector<std::uint32_t> areas;
    };

    static void append(std::string& to, const void* bytes, std::size_t size) {
        to.append(static_cast<const char*>(bytes), size);
        to.resize((to.size() + 63) / 64 * 64);
    }

    // Gives a number to a region, a country or an area with its first name, the one that is shown.
    void name(const Line& line) {
        const auto at = std::uint32_t(names_.size());
        if (line.kind == Kind::region && !region_numbers_.contains(line.country)) {
            region_numbers_[line.country] = std::uint8_t(regions_.size());
            const auto parent = region_numbers_.find(line.area);
            regions_.push_back({at, parent == region_numbers_.end() ? 0 : parent->second + 1u});
        } else if (line.kind == Kind::country && !country_numbers_.contains(line.country)) {
            country_numbers_[line.country] = std::uint8_t(countries_.size());
            countries_.push_back({{at, region_numbers_.at(line.area), 0}, {}, {}});
        } else if (line.kind == Kind::area) {
            CountryLine& country = countries_[country_numbers_.at(line.country)];
            country.areas.push_back(at);
            country.area_numbers[line.area] = std::uint8_t(country.areas.size());
        } else {
            return;
        }
        append_text(names_, line.name);
    }

    std::string entry(const Line& line) const {
        const auto marked = [&](char mark, std::uint8_t bit) {
            return line.marks.find(mark) == line.marks.npos ? 0 : bit;
        };
        const bool other = line.kind == Kind::city && !line.shown.empty();
        const bool region = line.kind == Kind::region;
        std::string out;
        out += char(std::uint8_t(line.kind) | marked('c', Atlas::capital_bit) |
                    marked('f', Atlas::familiar_bit) | marked('a', Atlas::abbreviation_bit) |
                    marked('o', Atlas::usual_bit) | (other ? Atlas::other_bit : 0));
        out += char(line.weight);
        out += char(region ? region_numbers_.at(line.country) : country_numbers_.at(line.country));
        out += char(line.kind == Kind::area || line.kind == Kind::city ? area(line) : 0);
        append_text(out, line.name);
        if (other) append_text(out, line.shown);
        return out;
    }

    std::uint8_t area(const Line& line) const {
        if (line.area.empty()) return 0;
        return countries_[country_numbers_.at(line.country)].area_numbers.at(line.area);
    }

    std::vector<Line> lines_;
    std::string names_;
    std::map<std::string, std::uint8_t> region_numbers_, country_numbers_;
    std::vector<Atlas::Region> regions_;
    std::vector<CountryLine> countries_;
};

}  // namespace

std::string atlas_file(const std::string& lines) {
    std::ifstream in(lines);
    if (!in) throw std::runtime_error("cannot read " + lines);
    Writer writer;
    for (std::string line; std::getline(in, line);) writer.add(read_line(line));
    return writer.finish();
}

}  // namespace morgue::train
