#include "formats/gzip_source.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

#include "core/bad_input.hpp"

namespace morgue::formats {

namespace {

class GzipSource final : public core::ByteSource {
public:
    GzipSource(std::unique_ptr<core::ByteSource> packed, Unpacking& unpacking)
        : packed_(std::move(packed)), unpacking_(unpacking) {
        if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    ~GzipSource() override { inflateEnd(&stream_); }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;

    std::size_t read(char* to, std::size_t most) override;

private:
    void inflate_some();
    bool fill();
    bool next_member();
    [[noreturn]] void corrupt(const std::string& why) const;

    std::unique_ptr<core::ByteSource> packed_;
    Unpacking& unpacking_;
    z_stream stream_{};  // next_in points into input_
    std::array<char, 65536> input_;
    std::uint64_t bytes_in_ = 0;
    bool in_member_ = true;
};

std::size_t GzipSource::read(char* to, std::size_t most) {
    const auto room = static_cast<uInt>(std::min<std::size_t>(most, 1u << 30));
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = room;
    while (stream_.avail_out == room && (in_member_ || next_member())) inflate_some();
    const std::size_t got = room - stream_.avail_out;
    unpacking_.unpacked(got);
    return got;
}

void GzipSource::inflate_some() {
    if (stream_.avail_in == 0 && !fill())
        throw core::BadInput("gzip-truncated", "the gzip file ends too early, after " +
                                                   std::to_string(bytes_in_) + " bytes");
    const int status = inflate(&stream_, Z_NO_FLUSH);
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status == Z_STREAM_END) {
        in_member_ = false;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
        corrupt(stream_.msg != nullptr ? stream_.msg : "unreadable");
    }
}

bool GzipSource::fill() {
    const std::size_t got = packed_->read(input_.data(), input_.size());
    stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
    stream_.avail_in = static_cast<uInt>(got);
    bytes_in_ += got;
    return got > 0;
}

// Members may follow one another, and tapes pad with zeros.
bool GzipSource::next_member() {
    while (stream_.avail_in > 0 || fill()) {
        if (*stream_.next_in != 0) {
            if (*stream_.next_in != 0x1F) corrupt("something else follows the packed data");
            inflateReset(&stream_);
            return in_member_ = true;
        }
        ++stream_.next_in;
        --stream_.avail_in;
    }
    return false;
}

void GzipSource::corrupt(const std::string& why) const {
    throw core::BadInput("gzip-corrupt", "the gzip file is damaged near byte " +
                                             std::to_string(bytes_in_ - stream_.avail_in) + ": " +
                                             why);
}

}  // namespace

std::unique_ptr<core::ByteSource> gunzip(std::unique_ptr<core::ByteSource> packed,
                                         Unpacking& unpacking) {
    return std::make_unique<GzipSource>(std::move(packed), unpacking);
}

}  // namespace morgue::formats
