#pragma once
// A file, or standard input, as a source of bytes.
#include <atomic>
#include <stop_token>
#include <string>

#include "core/byte_source.hpp"
#include "core/files.hpp"

namespace morgue::core {

class FileSource : public ByteSource {
public:
    // "-" is standard input. Adds what it reads to `counted`, which must outlive it.
    FileSource(const std::string& path, std::atomic<std::uint64_t>& counted,
               std::stop_token stop = {});

    std::size_t read(char* to, std::size_t most) override;

private:
    bool ready() const;

    std::string path_;
    FileHandle file_;
    std::atomic<std::uint64_t>& counted_;
    std::stop_token stop_;
};

}  // namespace morgue::core
