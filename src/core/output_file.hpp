#pragma once
#include <filesystem>
#include <memory>
#include <string_view>

#include "core/files.hpp"

namespace morgue::core {

// A new file, written from its beginning through a buffer. Errors are thrown as
// Error::Kind::io.
class OutputFile {
public:
    void open(const std::filesystem::path& path);
    void write(std::string_view bytes) {
        if (bytes.size() > buffer_size - used_) return write_through(bytes);
        std::copy(bytes.begin(), bytes.end(), buffer_.get() + used_);
        used_ += bytes.size();
    }

    // Writes what is buffered, syncs and closes.
    void finish();

private:
    static constexpr std::size_t buffer_size = 256u << 10;

    void write_through(std::string_view bytes);
    void put(std::string_view bytes);

    std::filesystem::path path_;
    FileHandle file_;
    std::unique_ptr<char[]> buffer_;
    std::size_t used_ = 0;
};

}  // namespace morgue::core
