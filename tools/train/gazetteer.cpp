#include "gazetteer.hpp"

#include <fstream>
#include <morgue/error.hpp>
#include <optional>

#include "entities/hashing.hpp"
#include "entities/tokenise.hpp"

namespace morgue::train {

namespace {

std::optional<entities::Traits> traits_of(std::string_view kind) {
    for (const auto& [name, traits] : entities::trait_names)
        if (name == kind) return traits;
    return std::nullopt;
}

bool is_list_of_words(std::string_view kind) {
    return kind == "given-name" || kind == "family-name" || kind == "any-name" ||
           kind == "calendar" || kind == "follower" || kind == "misc" ||
           kind.starts_with("organisation-") || kind == "of-head" || kind.starts_with("place-");
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

}  // namespace

void Gazetteer::read(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw Error(Error::Kind::io, "cannot read " + path);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) continue;
        const std::vector<std::string_view> columns = split(line, '\t');
        if (columns.size() < 2) continue;
        const auto traits = traits_of(columns[0]);
        if (!traits) continue;
        const char separator = is_list_of_words(columns[0]) ? ' ' : '|';
        for (const std::string_view name : split(columns[1], separator)) add(name, *traits);
        if (columns.size() > 2)
            for (const std::string_view name : split(columns[2], '|'))
                add(name, entities::trait::demonym);
    }
}

void Gazetteer::add(std::string_view name, entities::Traits traits) {
    const entities::Lexicon none({}, {}, {});
    entities::WordCache words(none);
    entities::Document document;
    entities::tokenise(name, 0, name.size(), words, document);
    std::uint64_t hash = 0;
    for (std::size_t at = 0; at < document.tokens.size(); ++at) {
        const std::uint64_t word = document.tokens[at].word->folded;
        if (at > 0) entries_[hash] |= entities::trait::begins_phrase;
        hash = at == 0 ? word : entities::extend_hash(hash, word);
    }
    if (!document.tokens.empty()) entries_[hash] |= traits;
}

}  // namespace morgue::train
