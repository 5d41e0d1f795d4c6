#pragma once
// A folder that is gone after the test, with an archive and input files in it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <morgue/archive.hpp>
#include <string>

class TempArchive {
public:
    TempArchive() {
        std::string name = (std::filesystem::temp_directory_path() / "morgue-test-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~TempArchive() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    TempArchive(const TempArchive&) = delete;
    TempArchive& operator=(const TempArchive&) = delete;

    std::filesystem::path archive() const { return folder_ / "archive"; }
    std::filesystem::path file(const std::string& name) const { return folder_ / name; }

    // Writes a file and takes it in.
    morgue::IngestReport take(const std::string& name, const std::string& text,
                              bool purge = false) {
        std::ofstream(file(name)) << text;
        return index({file(name).string()}, purge);
    }
    morgue::IngestReport index(std::vector<std::string> paths, bool purge = false,
                               unsigned jobs = 2) {
        morgue::ArchiveWriter writer(archive(), {.create = true});
        return writer.index({.paths = std::move(paths),
                             .jobs = jobs,
                             .on_change = on_change,
                             .purge = purge,
                             .now = now},
                            {});
    }

    // "total: guid guid ..." of a query, by id.
    std::string found(const std::string& query) const {
        const auto result = morgue::ArchiveReader(archive()).search(
            {.query = query, .sort = morgue::SearchRequest::Sort::oldest, .count = 1000});
        std::string out = std::to_string(result.total) + ":";
        for (const auto& hit : result.hits) out += " " + hit.guid;
        return out;
    }

    morgue::OnChange on_change = morgue::OnChange::revision;
    std::optional<std::chrono::sys_seconds> now;  // when articles are taken in; none: the clock

private:
    std::filesystem::path folder_;
};
