#include "formats/tagged_records.hpp"

#include <algorithm>
#include <utility>

#include "core/bad_input.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t chunk = 65536;

char upper(char c) {
    return c >= 'a' && c <= 'z' ? char(c - 32) : c;
}

}  // namespace

bool begins_tag(std::string_view text, std::string_view tag) {
    if (text.size() <= tag.size()) return false;
    const char after = text[tag.size()];
    if (after != '>' && after != ' ' && after != '\n' && after != '\r' && after != '\t')
        return false;
    return std::ranges::equal(tag, text.substr(0, tag.size()), {}, {}, upper);
}

TaggedRecords::TaggedRecords(std::unique_ptr<core::ByteSource> source, std::string_view name,
                             std::size_t longest)
    : source_(std::move(source)),
      open_('<' + std::string(name)),
      close_("</" + std::string(name)),
      longest_(longest) {}

bool TaggedRecords::fill() {
    if (at_end_) return false;
    buffer_.erase(0, std::exchange(begin_, 0));
    const std::size_t size = buffer_.size();
    buffer_.resize(size + chunk);
    const std::size_t got = source_->read(buffer_.data() + size, chunk);
    buffer_.resize(size + got);
    at_end_ = got == 0;
    return !at_end_;
}

// What stands before a record may be of any length.
bool TaggedRecords::skip_to_record() {
    for (;;) {
        begin_ = std::min(buffer_.find('<', begin_), buffer_.size());
        if (rest().size() <= open_.size()) {
            if (!fill()) return false;
        } else if (begins_tag(rest(), open_)) {
            return true;
        } else {
            ++begin_;
        }
    }
}

// How long the record is, npos if that is too far.
std::size_t TaggedRecords::find_end() {
    for (std::size_t at = open_.size();; ++at) {
        at = std::min(rest().find('<', at), rest().size());
        while (at + close_.size() >= rest().size() && at <= longest_ && fill())
            at = std::min(rest().find('<', at), rest().size());
        if (at > longest_) return rest().npos;
        const std::string_view tag = rest().substr(at);
        if (tag.empty() || begins_tag(tag, close_)) return at;
        if (begins_tag(tag, open_) && rest()[at - 1] == '\n') return at;
    }
}

std::optional<TaggedRecords::Record> TaggedRecords::next() {
    if (!skip_to_record()) return std::nullopt;
    const std::size_t end = find_end();
    if (end == std::string_view::npos) {
        begin_ += longest_;
        throw core::BadRecord("record-too-long",
                              "a record has more than " + std::to_string(longest_ >> 20) + " MiB");
    }
    const std::string_view record = rest().substr(0, end), tag = rest().substr(end);
    const std::size_t open_end = std::min(record.find('>'), record.size() - 1) + 1;
    const bool closed = begins_tag(tag, close_);
    begin_ += end + (closed ? close_.size() : 0);
    return Record{record.substr(0, open_end), record.substr(open_end), closed};
}

}  // namespace morgue::formats
