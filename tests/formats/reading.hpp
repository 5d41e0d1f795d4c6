#pragma once
// For tests of formats: a source that is a string, handed out in pieces of any size, and what a
// reader makes of it in a printed form.
#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "core/bad_input.hpp"
#include "core/byte_source.hpp"
#include "formats/reader.hpp"

namespace morgue::formats {

class StringSource final : public core::ByteSource {
public:
    explicit StringSource(std::string text, std::size_t piece = 100000)
        : text_(std::move(text)), piece_(piece) {}

    std::size_t read(char* to, std::size_t most) override {
        const std::size_t size = std::min({most, piece_, text_.size() - at_});
        std::memcpy(to, text_.data() + at_, size);
        at_ += size;
        return size;
    }

private:
    std::string text_;
    std::size_t piece_, at_ = 0;
};

inline std::string drain(core::ByteSource& source, std::size_t piece = 4096) {
    std::string all, buffer(piece, '\0');
    while (const std::size_t got = source.read(buffer.data(), piece)) all.append(buffer, 0, got);
    return all;
}

inline std::string joined(const std::vector<std::string>& list) {
    std::string all;
    for (const std::string& each : list) all += (all.empty() ? "" : "; ") + each;
    return all;
}

// "headline=... url=..."; only what is known.
inline std::string printed(const core::Draft& draft) {
    const Article& article = draft.article;
    std::string out;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += (out.empty() ? "" : " ") + std::string(name) + "=" + value;
    };
    add("headline", article.headline);
    add("headline_html", draft.headline_html);
    add("guid", article.guid);
    add("url", article.url);
    add("byline", article.byline);
    add("authors", joined(article.authors));
    add("published", article.published ? article.published->iso() : joined(draft.published));
    add("updated", article.updated ? article.updated->iso() : joined(draft.updated));
    add("source", article.source);
    add("copyright", article.copyright);
    add("keywords", joined(article.keywords));
    add("language", article.language);
    add("summary", article.summary);
    add("summary_html", draft.summary_html);
    add("body", article.body);
    add("body_html", draft.body_html);
    for (const Problem& problem : article.problems)
        add("!" + problem.code, problem.field.empty() ? "file" : problem.field);
    return out;
}

// One line for each record; a failure is its code in brackets.
inline std::string read_all(Reader& reader) {
    std::string out;
    while (true) {
        try {
            const auto draft = reader.next();
            if (!draft) return out;
            out += printed(*draft) + "\n";
        } catch (const core::BadRecord& error) {
            out += "[" + error.code() + "]\n";
        } catch (const core::BadInput& error) {
            return out + "[" + error.code() + "!]\n";
        }
    }
}

inline std::string read_all(std::string text, std::string_view path, const ReadOptions& options) {
    try {
        return read_all(
            *open(std::make_unique<StringSource>(std::move(text)), path, options).reader);
    } catch (const core::BadInput& error) {
        return "[" + error.code() + "!]\n";
    }
}

inline std::string read_all(std::string text, std::string_view path = "file",
                            std::size_t piece = 100000) {
    try {
        return read_all(*open(std::make_unique<StringSource>(std::move(text), piece), path).reader);
    } catch (const core::BadInput& error) {
        return "[" + error.code() + "!]\n";
    }
}

}  // namespace morgue::formats
