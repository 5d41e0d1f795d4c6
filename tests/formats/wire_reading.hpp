#pragma once
// The fields that wires give beside those of feeds, printed.
#include "formats/reading.hpp"

namespace morgue::formats {

inline std::string printed_wire(const core::Draft& draft) {
    const Article& article = draft.article;
    std::string out = printed(draft);
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += "\n" + std::string(name) + "=" + value;
    };
    add("subheadline", article.subheadline);
    add("slugline", article.slugline);
    add("dateline", article.dateline);
    add("located", article.located);
    add("section", article.section);
    add("story", draft.story);
    return out;
}

// Every record, and what fails, as read_all does.
inline std::string read_wire(std::string text, std::size_t piece = 100000) {
    std::string out;
    try {
        auto reader = open(std::make_unique<StringSource>(std::move(text), piece), "file").reader;
        while (true) {
            try {
                const auto draft = reader->next();
                if (!draft) return out;
                out += printed_wire(*draft) + "\n";
            } catch (const core::BadRecord& error) {
                out += "[" + error.code() + "]\n";
            }
        }
    } catch (const core::BadInput& error) {
        return out + "[" + error.code() + "!]\n";
    }
}

// The format that a file is found to be in, and its records.
inline std::string found_format(const std::string& text) {
    return std::string(open(std::make_unique<StringSource>(text), "file").format->name);
}

}  // namespace morgue::formats
