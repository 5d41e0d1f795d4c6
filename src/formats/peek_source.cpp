#include "formats/peek_source.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "core/bad_input.hpp"

namespace morgue::formats {

PeekSource::PeekSource(std::unique_ptr<core::ByteSource> source) : source_(std::move(source)) {}

std::string_view PeekSource::peek(std::size_t most) {
    assert(taken_ == 0);
    std::size_t size = head_.size();
    head_.resize(std::max(size, most));
    try {
        while (size < most && !failure_) {
            const std::size_t got = source_->read(head_.data() + size, most - size);
            if (got == 0) break;
            size += got;
        }
    } catch (const core::BadInput&) {
        if (size == 0) throw;
        failure_ = std::current_exception();
    }
    head_.resize(size);
    return head_;
}

std::size_t PeekSource::read(char* to, std::size_t most) {
    if (taken_ < head_.size()) {
        const std::size_t size = std::min(most, head_.size() - taken_);
        std::memcpy(to, head_.data() + taken_, size);
        taken_ += size;
        if (taken_ == head_.size()) {
            head_ = {};
            taken_ = 0;
        }
        return size;
    }
    if (failure_) std::rethrow_exception(failure_);
    return source_->read(to, most);
}

}  // namespace morgue::formats
