#include "formats/line_reader.hpp"

#include <algorithm>
#include <cstring>

#include "core/bad_input.hpp"

namespace morgue::formats {

LineReader::LineReader(std::unique_ptr<core::ByteSource> source, std::size_t longest)
    : source_(std::move(source)), longest_(longest), buffer_(std::size_t(1) << 18, '\0') {}

std::optional<std::string_view> LineReader::next() {
    std::size_t looked = 0;  // bytes from begin_ that hold no line end
    while (true) {
        const char* const from = buffer_.data() + begin_;
        const void* const found = std::memchr(from + looked, '\n', end_ - begin_ - looked);
        if (found != nullptr) {
            const std::size_t size = std::size_t(static_cast<const char*>(found) - from);
            offset_ = base_ + begin_;
            begin_ += size + 1;
            ++number_;
            return std::string_view(from, size);
        }
        looked = end_ - begin_;
        if (looked > longest_) skip_line();
        if (fill()) continue;
        if (begin_ == end_) return std::nullopt;
        const std::string_view rest(buffer_.data() + begin_, end_ - begin_);
        offset_ = base_ + begin_;
        begin_ = end_;
        ++number_;
        return rest;
    }
}

// Makes room, growing only for lines that are longer than the buffer.
bool LineReader::fill() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        base_ += begin_;
        end_ -= begin_;
        begin_ = 0;
    }
    if (buffer_.size() - padding - end_ < buffer_.size() / 4) buffer_.resize(buffer_.size() * 2);
    const std::size_t got = source_->read(buffer_.data() + end_, buffer_.size() - padding - end_);
    end_ += got;
    return got > 0;
}

void LineReader::skip_line() {
    base_ += end_;
    begin_ = end_ = 0;
    while (fill()) {
        const void* const found = std::memchr(buffer_.data(), '\n', end_);
        if (found == nullptr) {
            base_ += end_;
            end_ = 0;
            continue;
        }
        begin_ = std::size_t(static_cast<const char*>(found) - buffer_.data()) + 1;
        break;
    }
    ++number_;
    throw core::BadRecord("line-too-long", "line " + std::to_string(number_) + " is longer than " +
                                               std::to_string(longest_ >> 20) + " MiB");
}

}  // namespace morgue::formats
