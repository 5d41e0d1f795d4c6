#pragma once
// Where a long answer is written: standard output, or the file that --output names.
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "cli/console.hpp"

namespace morgue::cli {

// A regular file appears under its name when it is whole: whatever goes wrong before leaves one
// that stood there as it was. Everything throws Error io.
class Destination {
public:
    // An empty path and - mean standard output.
    Destination(const std::string& path, Console& console);
    ~Destination();
    Destination(const Destination&) = delete;
    Destination& operator=(const Destination&) = delete;

    bool is_file() const { return file_ != nullptr; }
    void write(std::string_view text);
    void finish();

private:
    [[noreturn]] void refused();

    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    Console& console_;
    std::filesystem::path path_, written_;  // written_ is path_, or becomes it
    std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace morgue::cli
