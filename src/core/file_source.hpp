#pragma once
// A file, or standard input, as a source of bytes.
#include <atomic>
#include <string>

#include "core/byte_source.hpp"
#include "core/files.hpp"

namespace morgue::core {

class FileSource : public ByteSource {
public:
    // "-" is standard input. Adds what it reads to `counted`, which must outlive it.
    FileSource(const std::string& path, std::atomic<std::uint64_t>& counted);

    std::size_t read(char* to, std::size_t most) override;

private:
    std::string path_;
    FileHandle file_;
    std::atomic<std::uint64_t>& counted_;
};

}  // namespace morgue::core
