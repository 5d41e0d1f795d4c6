#include "model_writer.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <iostream>
#include <morgue/error.hpp>

#include "entities/hashing.hpp"

namespace morgue::train {

namespace {

using entities::Line;

// Each line keeps the most important features of those that belong there.
std::vector<Line> weight_lines(const std::vector<WeightRow>& rows) {
    std::vector<Line> lines(model_lines);
    std::size_t kept = 0;
    for (const auto& [feature, weights] : rows) {
        Line& line = lines[entities::row_line(feature, lines.size())];
        const auto is_free = [](const entities::Row& row) { return row[14] == 0 && row[15] == 0; };
        const auto place = std::ranges::find_if(line.rows, is_free);
        if (place == line.rows.end()) continue;
        const std::uint16_t fingerprint = entities::row_fingerprint(feature);
        *place = weights;
        std::memcpy(&(*place)[entities::row_width - 2], &fingerprint, sizeof fingerprint);
        ++kept;
    }
    std::cerr << kept << " of " << rows.size() << " features kept\n";
    return lines;
}

template <class Value>
struct Table {
    std::vector<std::uint32_t> keys;
    std::vector<Value> values;

    explicit Table(std::size_t size) : keys(size * 5 / 4 + 1), values(keys.size()) {}

    void put(std::uint64_t hash, Value value) {
        const std::uint32_t key = entities::table_key(hash);
        std::size_t at = entities::table_slot(key, keys.size());
        while (keys[at] != 0 && keys[at] != key) at = (at + 1) % keys.size();
        if (keys[at] == key) return;
        keys[at] = key;
        values[at] = value;
    }
};

Table<entities::Traits> gazetteer_table(const Gazetteer& gazetteer) {
    std::vector<std::pair<std::uint64_t, entities::Traits>> entries(gazetteer.entries().begin(),
                                                                    gazetteer.entries().end());
    std::ranges::sort(entries);
    Table<entities::Traits> table(entries.size());
    for (const auto& [hash, traits] : entries) table.put(hash, traits);
    return table;
}

struct Meanings {
    Table<std::uint16_t> words;
    std::vector<entities::Lexicon::Wider> wider;
};

Meanings read_meanings(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw Error(Error::Kind::io, "cannot read " + path);
    struct Entry {
        std::string word;
        std::uint32_t fine, middle, coarse;
    };
    std::vector<Entry> lines;
    for (std::string word; std::getline(in, word, '\t');) {
        Entry& line = lines.emplace_back();
        line.word = word;
        in >> line.fine >> line.middle >> line.coarse;
        in.ignore();
    }
    Meanings meanings{Table<std::uint16_t>(lines.size()), {}};
    for (std::size_t rank = 0; rank < lines.size(); ++rank) {
        const Entry& line = lines[rank];
        const auto bits = std::uint32_t(std::bit_width(rank + 1));
        meanings.words.put(entities::hash_bytes(line.word),
                           entities::pack_meaning(line.fine, bits));
        if (meanings.wider.size() <= line.fine) meanings.wider.resize(line.fine + 1);
        meanings.wider[line.fine] = {std::uint8_t(line.middle + 1), std::uint8_t(line.coarse + 1)};
    }
    return meanings;
}

template <class T>
void append(std::string& to, const T* data, std::size_t count) {
    to.append(reinterpret_cast<const char*>(data), count * sizeof(T));
    to.resize((to.size() + 63) / 64 * 64);
}

}  // namespace

std::string model_file(const Learnt& learnt, const Gazetteer& gazetteer,
                       const std::string& clusters) {
    const std::vector<Line> lines = weight_lines(learnt.rows);
    const Table<entities::Traits> known = gazetteer_table(gazetteer);
    const Meanings meanings = read_meanings(clusters);
    entities::ModelHeader header;
    header.magic = entities::ModelHeader::right_magic;
    header.lines = std::uint32_t(lines.size());
    header.gazetteer = std::uint32_t(known.keys.size());
    header.meanings = std::uint32_t(meanings.words.keys.size());
    header.clusters = std::uint32_t(meanings.wider.size());
    header.transitions = learnt.transitions;
    std::string file;
    append(file, &header, 1);
    append(file, lines.data(), lines.size());
    append(file, known.keys.data(), known.keys.size());
    append(file, known.values.data(), known.values.size());
    append(file, meanings.words.keys.data(), meanings.words.keys.size());
    append(file, meanings.words.values.data(), meanings.words.values.size());
    append(file, meanings.wider.data(), meanings.wider.size());
    return file;
}

AlignedBytes::AlignedBytes(std::string_view bytes)
    : storage_((bytes.size() + sizeof(Line) - 1) / sizeof(Line)), size_(bytes.size()) {
    std::memcpy(storage_.data(), bytes.data(), bytes.size());
}

std::string_view AlignedBytes::bytes() const {
    return {reinterpret_cast<const char*>(storage_.data()), size_};
}

}  // namespace morgue::train
