#pragma once
// Tags and notes: what people say of the articles of an archive. They belong to an article, so they
// outlive a changed version, rebuild and compact; purging the article removes them.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <morgue/archive.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

// Whether a name can be a tag: at most 64 bytes of letters, digits and . - _ / that do not begin
// with a hyphen. Tags that differ in capitals or accents alone are one.
bool is_tag(std::string_view name);

struct TagChange {
    std::vector<std::string> add, remove;  // each is_tag()
};

// Writes tags and notes, holding the archive's lock as ArchiveWriter does; used by one thread.
// Every call is one transaction, and a new revision if it changed anything.
class Annotator {
public:
    // Throws Error busy, not_an_archive, corrupt or io.
    explicit Annotator(const std::filesystem::path& folder, std::chrono::seconds wait = {});
    ~Annotator();
    Annotator(Annotator&&) noexcept;
    Annotator& operator=(Annotator&&) noexcept;

    // How many of the articles changed. An id of no article is passed over.
    std::uint64_t tag(std::span<const ArticleId> articles, const TagChange& change);

    // Puts the note in place of what was noted; an empty text removes it. False if there is no
    // such article.
    bool note(ArticleId article, const std::string& text);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
