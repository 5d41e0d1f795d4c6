#include "ingest/map_file.hpp"

#include <atomic>

#include "core/file_source.hpp"

namespace morgue::ingest {

namespace {

std::string text_of(const std::string& path) {
    constexpr std::size_t largest = std::size_t(1) << 20;
    std::atomic<std::uint64_t> counted{0};
    core::FileSource source(path, counted);
    std::string text;
    char buffer[4096];
    while (const std::size_t got = source.read(buffer, sizeof buffer)) {
        text.append(buffer, got);
        if (text.size() > largest)
            throw Error(Error::Kind::usage, path + " is too large for a file of rules",
                        "see docs/map.md for what it holds");
    }
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

}  // namespace

std::optional<MapFile> load_map(const std::string& path) {
    if (path.empty()) return std::nullopt;
    const std::string text = text_of(path);
    return MapFile{formats::FieldMap::parse(text, path), core::hash(text)};
}

}  // namespace morgue::ingest
