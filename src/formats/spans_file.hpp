#pragma once
// A file of JSON Lines that says who is named where in articles that come from other files: the
// output of another recogniser, or a person's annotation (docs/entities.md).
#include <atomic>
#include <cstdint>
#include <memory>
#include <morgue/article.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/files.hpp"
#include "core/hash.hpp"

namespace morgue::formats {

// Holds where the lines of an article are, and reads them when they are asked for. Shared between
// threads.
class SpansFile {
public:
    // Throws Error: io if it cannot be read, usage if it is no such file at all.
    explicit SpansFile(const std::string& path);

    struct Fault {
        std::uint64_t line;
        std::string message;
    };
    const std::string& path() const { return path_; }
    // The lines that say nothing: a hundred, and one more for all the rest.
    const std::vector<Fault>& faults() const { return faults_; }
    const core::Hash& hash() const { return hash_; }  // of the file: other lines, other articles

    // Puts what the file says of a finished article in place of its entities; those of an article
    // that it does not name stay. Throws Error io when the file has changed since.
    void apply(Article& article) const;

    struct Use {
        std::uint64_t lines = 0, unmatched = 0;  // that were of use, and that were of none
        std::uint64_t refused = 0;               // entities and mentions
    };
    Use use() const;

private:
    // Lines one after another about one article.
    struct Run {
        core::Hash identity;  // of all that names the article
        std::uint64_t key;    // of what it is looked up by
        std::uint64_t begin, end, line, lines;
    };
    class Scanner;
    class Application;

    void add(const Run& line);
    void add_fault(std::uint64_t line, std::string message);

    std::string path_;
    core::ReadableFile file_;
    core::Hash hash_{};
    std::vector<Run> runs_;  // by key, then in order of the file
    std::vector<Fault> faults_;
    std::uint64_t more_faults_ = 0;
    std::unique_ptr<std::atomic<bool>[]> used_;  // by run
    mutable std::atomic<std::uint64_t> refused_{0};
};

}  // namespace morgue::formats
