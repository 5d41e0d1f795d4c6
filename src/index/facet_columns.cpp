#include "index/facet_columns.hpp"

#include <algorithm>
#include <cstring>
#include <morgue/error.hpp>
#include <numeric>

#include "core/hash.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

constexpr std::string_view magic = "MORGFAC2";

void put(std::string& to, std::uint32_t number) {
    char raw[4];
    std::memcpy(raw, &number, 4);
    to.append(raw, 4);
}
void put(std::string& to, const std::vector<std::uint32_t>& numbers) {
    to.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * 4);
}

// Walks the mapped bytes; never past their end.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number() { return numbers(1)[0]; }
    std::span<const std::uint32_t> numbers(std::size_t count) {
        const std::string_view raw = bytes(count * 4);
        return {reinterpret_cast<const std::uint32_t*>(raw.data()), count};
    }
    std::string_view bytes(std::size_t count) {
        const std::size_t padded = (count + 3) / 4 * 4;
        if (padded > rest_.size()) throw std::out_of_range("facet columns");
        const std::string_view out = rest_.substr(0, count);
        rest_.remove_prefix(padded);
        return out;
    }

private:
    std::string_view rest_;
};

struct Value {
    std::string key;  // of entities
    std::string_view text;
    std::uint32_t arrival;
};

std::vector<Value> in_order(Field::Id field,
                            const std::unordered_map<std::string, std::uint32_t>& dictionary) {
    const bool names = morgue::field(field).kind == Field::Kind::entity;
    std::vector<Value> out;
    out.reserve(dictionary.size());
    for (const auto& [text, arrival] : dictionary)
        out.push_back({names ? text::name_key(text) : std::string(), text, arrival});
    std::sort(out.begin(), out.end(), [](const Value& a, const Value& b) {
        return std::tie(a.key, a.text) < std::tie(b.key, b.text);
    });
    return out;
}

bool ascending(std::span<const std::uint32_t> ends, std::size_t last) {
    return std::is_sorted(ends.begin(), ends.end()) && (ends.empty() ? 0 : ends.back()) == last;
}

}  // namespace

void FacetColumnsBuilder::add(Seq seq, std::span<const Entry::FacetValue> facets) {
    if (first_ == 0) first_ = seq;
    last_ = seq;
    for (const auto& [field, value, prominent] : facets) {
        Column& column = columns_[std::uint8_t(field)];
        const auto next = std::uint32_t(column.dictionary.size());
        const std::uint32_t ordinal = column.dictionary.try_emplace(value, next).first->second;
        column.ends.resize(seq - first_, std::uint32_t(column.ordinals.size()));
        column.ordinals.push_back(ordinal | (prominent ? prominent_bit : 0));
    }
    for (auto& [field, column] : columns_)
        column.ends.resize(seq - first_ + 1, std::uint32_t(column.ordinals.size()));
}

std::string FacetColumnsBuilder::column_bytes(Field::Id field, const Column& column) const {
    const std::vector<Value> values = in_order(field, column.dictionary);
    std::vector<std::uint32_t> new_ordinal(values.size()), value_ends;
    std::string dictionary;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        new_ordinal[values[i].arrival] = i;
        dictionary += values[i].text;
        value_ends.push_back(std::uint32_t(dictionary.size()));
    }
    std::vector<std::uint32_t> ordinals = column.ordinals, ends = column.ends;
    for (std::uint32_t& raw : ordinals) raw = new_ordinal[ordinal_of(raw)] | (raw & prominent_bit);
    ends.resize(last_ - first_ + 1, std::uint32_t(ordinals.size()));

    std::string out;
    put(out, std::uint32_t(field));
    put(out, std::uint32_t(values.size()));
    put(out, std::uint32_t(dictionary.size()));
    put(out, std::uint32_t(ordinals.size()));
    put(out, value_ends);
    out += dictionary;
    out.resize((out.size() + 3) / 4 * 4, '\0');
    put(out, ends);
    put(out, ordinals);
    return out;
}

void FacetColumnsBuilder::write(const std::filesystem::path& path) const {
    std::string out(magic);
    put(out, first_);
    put(out, first_ ? last_ - first_ + 1 : 0);
    put(out, std::uint32_t(columns_.size()));
    put(out, 0);
    for (const Field& field : fields) {
        const auto found = columns_.find(std::uint8_t(field.id));
        if (found != columns_.end()) out += column_bytes(field.id, found->second);
    }
    out += core::bytes(core::hash(out));
    core::write_file(path, out);
}

FacetColumns::FacetColumns(const std::filesystem::path& path) : file_(path) {
    const auto damaged = [&](const char* what) {
        return Error(Error::Kind::corrupt, "the index is damaged: " + path.string() + ": " + what,
                     "morgue rebuild makes it anew from the articles");
    };
    const std::string_view all = file_.bytes();
    if (all.size() < magic.size() + 32 || !all.starts_with(magic))
        throw damaged("not a facet file");
    const std::string_view content = all.substr(0, all.size() - 16);
    try {
        Cursor in(content.substr(magic.size()));
        first_ = in.number();
        articles_ = in.number();
        const std::uint32_t count = in.number();
        in.number();
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto head = in.numbers(4);
            Column column;
            column.value_ends = in.numbers(head[1]);
            column.dictionary = in.bytes(head[2]);
            column.article_ends = in.numbers(articles_);
            column.ordinals = in.numbers(head[3]);
            if (head[0] >= fields.size() || !ascending(column.value_ends, head[2]) ||
                !ascending(column.article_ends, head[3]))
                throw std::out_of_range("column");
            columns_.emplace_back(Field::Id(head[0]), column);
        }
    } catch (const std::out_of_range&) {
        throw damaged("cut short or overwritten");
    }
}

void FacetColumns::Column::refuse() {
    throw Error(Error::Kind::corrupt, "the index is damaged: a facet has a value that is not there",
                "morgue rebuild makes it anew from the articles");
}

std::string_view FacetColumns::Column::value(std::uint32_t ordinal) const {
    const std::uint32_t begin = ordinal ? value_ends[ordinal - 1] : 0;
    return dictionary.substr(begin, value_ends[ordinal] - begin);
}

std::pair<std::uint32_t, std::uint32_t> FacetColumns::Column::named(std::string_view key) const {
    const auto first_not = [&](auto before) {
        std::uint32_t low = 0, high = std::uint32_t(values());
        while (low < high) {
            const std::uint32_t middle = low + (high - low) / 2;
            (before(text::name_key(value(middle))) ? low = middle + 1 : high = middle);
        }
        return low;
    };
    return {first_not([&](const std::string& each) { return each < key; }),
            first_not([&](const std::string& each) { return each <= key; })};
}

std::span<const std::uint32_t> FacetColumns::Column::of(std::size_t article) const {
    const std::uint32_t begin = article ? article_ends[article - 1] : 0;
    return ordinals.subspan(begin, article_ends[article] - begin);
}

const FacetColumns::Column* FacetColumns::column(Field::Id field) const {
    for (const auto& [id, column] : columns_)
        if (id == field) return &column;
    return nullptr;
}

bool FacetColumns::intact() const {
    const std::string_view all = file_.bytes();
    return core::bytes(core::hash(all.substr(0, all.size() - 16))) == all.substr(all.size() - 16);
}

std::vector<Entry::FacetValue> FacetColumns::values_of(Seq seq) const {
    std::vector<Entry::FacetValue> out;
    if (seq < first_ || seq > last()) return out;
    for (const auto& [field, column] : columns_)
        for (const std::uint32_t raw : column.of(seq - first_))
            out.push_back({field, std::string(column.value(column.ordinal(raw))),
                           (raw & prominent_bit) != 0});
    return out;
}

void merge_facets(std::span<const std::filesystem::path> sources, std::span<const Seq> dead,
                  const std::filesystem::path& folder) {
    FacetColumnsBuilder merged;
    for (const std::filesystem::path& source : sources) {
        const FacetColumns part(source / facet_file);
        for (Seq seq = part.first(); seq <= part.last(); ++seq)
            if (!std::binary_search(dead.begin(), dead.end(), seq))
                merged.add(seq, part.values_of(seq));
    }
    merged.write(folder / facet_file);
}

}  // namespace morgue::index
