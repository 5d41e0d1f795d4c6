#include "formats/utf8_source.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "text/charset.hpp"

namespace morgue::formats {

namespace {

class Utf8Source final : public core::ByteSource {
public:
    Utf8Source(std::unique_ptr<core::ByteSource> source, std::string_view charset,
               std::uint64_t& replaced)
        : source_(std::move(source)),
          decoder_(charset),
          is_utf8_(charset == "utf-8"),
          replaced_(replaced) {}

    std::size_t read(char* to, std::size_t most) override;

private:
    std::size_t read_straight(char* to, std::size_t most);
    void decode_some();

    std::unique_ptr<core::ByteSource> source_;
    text::CharsetDecoder decoder_;
    const bool is_utf8_;
    std::uint64_t& replaced_;
    std::array<char, 65536> raw_;
    std::string ready_;      // decoded, to be handed out
    std::size_t given_ = 0;  // of ready_
    bool decoding_ = true;   // the decoder is at work: always for charsets that are not UTF-8
    bool ended_ = false;
};

std::size_t Utf8Source::read(char* to, std::size_t most) {
    if (!decoding_ && given_ == ready_.size() && most > 4) return read_straight(to, most);
    while (given_ == ready_.size() && !ended_) decode_some();
    const std::size_t size = std::min(most, ready_.size() - given_);
    std::memcpy(to, ready_.data() + given_, size);
    given_ += size;
    return size;
}

void Utf8Source::decode_some() {
    const std::size_t got = source_->read(raw_.data(), raw_.size());
    ready_.clear();
    given_ = 0;
    ended_ = got == 0;
    decoder_.decode({raw_.data(), got}, ended_, ready_);
    replaced_ = decoder_.replaced();
    // Well-formed UTF-8 needs no decoder once its byte order mark is gone.
    decoding_ = !is_utf8_ || text::cut_utf8({raw_.data(), got}) > 0 || ready_.empty();
}

// UTF-8 goes to its reader without a copy, checked at memory speed.
std::size_t Utf8Source::read_straight(char* to, std::size_t most) {
    if (ended_) return 0;
    const std::size_t got = source_->read(to, most);
    const std::string_view text(to, got);
    if (got > 0 && text::cut_utf8(text) == 0 && simdjson::validate_utf8(to, got)) return got;
    ended_ = got == 0;
    ready_.clear();
    given_ = 0;
    decoder_.decode(text, ended_, ready_);
    replaced_ = decoder_.replaced();
    decoding_ = !ended_ && text::cut_utf8(text) > 0;
    return read(to, most);
}

}  // namespace

std::unique_ptr<core::ByteSource> to_utf8(std::unique_ptr<core::ByteSource> source,
                                          std::string_view charset, std::uint64_t& replaced) {
    return std::make_unique<Utf8Source>(std::move(source), charset, replaced);
}

}  // namespace morgue::formats
