// morgue-bench index PATH...: how fast an archive is made of the paths, in a temporary folder.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <morgue/archive.hpp>

#include "bench.hpp"

namespace bench {

namespace {

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "morgue-bench-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make a folder like " + name);
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

int index(const Arguments& arguments) {
    morgue::IngestOptions options;
    options.entities = false;
    for (const std::string& argument : arguments)
        if (argument == "--entities")
            options.entities = true;
        else
            options.paths.push_back(argument);
    const TemporaryFolder folder;
    const Stopwatch watch;
    morgue::ArchiveWriter writer(folder.path() / "archive", {.create = true});
    const auto report = writer.index(options, {});
    std::cout << "{\"articles\":" << report.stored << ",\"failed\":" << report.failed
              << ",\"cpu_s\":" << number(watch.processor())
              << ",\"wall_s\":" << number(watch.wall())
              << ",\"mb_per_cpu_s\":" << number(double(report.bytes) / 1e6 / watch.processor())
              << ",\"articles_per_s\":" << number(double(report.stored) / watch.wall()) << "}\n";
    return 0;
}

}  // namespace bench
