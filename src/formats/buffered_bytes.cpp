#include "formats/buffered_bytes.hpp"

#include <algorithm>
#include <cstring>

namespace morgue::formats {

BufferedBytes::BufferedBytes(std::unique_ptr<core::ByteSource> source)
    : source_(std::move(source)), buffer_(std::size_t(1) << 18, '\0') {}

bool BufferedBytes::fill() {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    const std::size_t got = source_->read(buffer_.data() + end_, buffer_.size() - end_);
    end_ += got;
    return got > 0;
}

std::optional<std::string_view> BufferedBytes::line(std::size_t most) {
    most = std::min(most, buffer_.size() / 2);
    std::size_t size = 0;
    for (std::size_t looked = 0;;) {
        const std::size_t have = std::min(end_ - begin_, most);
        const void* const found =
            std::memchr(buffer_.data() + begin_ + looked, '\n', have - looked);
        if (found != nullptr) {
            const char* const from = buffer_.data() + begin_;
            size = std::size_t(static_cast<const char*>(found) - from) + 1;
            break;
        }
        looked = size = have;
        if (have == most || !fill()) break;
    }
    if (size == 0) return std::nullopt;
    std::string_view text(buffer_.data() + begin_, size);
    line_begin_ = begin_;
    begin_ += size;
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

bool BufferedBytes::take(std::uint64_t size, std::string& to) {
    while (size > 0) {
        if (begin_ == end_ && !fill()) return false;
        const auto part = std::size_t(std::min<std::uint64_t>(size, end_ - begin_));
        to.append(buffer_, begin_, part);
        begin_ += part;
        size -= part;
    }
    return true;
}

bool BufferedBytes::skip(std::uint64_t size) {
    while (size > 0) {
        if (begin_ == end_ && !fill()) return false;
        const auto part = std::size_t(std::min<std::uint64_t>(size, end_ - begin_));
        begin_ += part;
        size -= part;
    }
    return true;
}

}  // namespace morgue::formats
