#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>

#include "text/charset.hpp"
#include "text/utf8.hpp"

namespace morgue::text {

namespace {

constexpr char16_t replacement = 0xFFFD;

void count_and_substitute(const void* context, UConverterToUnicodeArgs* args, const char*, int32_t,
                          UConverterCallbackReason reason, UErrorCode* status) {
    // ICU only knows a const context; the counter behind it is ours.
    if (reason > UCNV_IRREGULAR) return;
    ++*static_cast<std::size_t*>(const_cast<void*>(context));
    // ICU's own substitution writes U+001A for single bytes.
    *status = U_ZERO_ERROR;
    const char16_t c = replacement;
    ucnv_cbToUWriteUChars(args, &c, 1, 0, status);
}

struct ConverterClose {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

}  // namespace

struct CharsetDecoder::Impl {
    std::unique_ptr<UConverter, ConverterClose> converter;  // none for UTF-8
    std::string carry;                                      // UTF-8: the cut off end of a piece
    char16_t lead = 0;  // a surrogate whose partner is still to come
    std::size_t replaced = 0;
    bool at_front = true;

    void decode_utf8(std::string_view bytes, bool last, std::string& to);
    void decode_other(std::string_view bytes, bool last, std::string& to);
    void append_utf16(const char16_t* begin, const char16_t* end, std::string& to);
};

CharsetDecoder::CharsetDecoder(std::string_view charset) : impl_(std::make_unique<Impl>()) {
    if (charset == "utf-8") return;
    UErrorCode status = U_ZERO_ERROR;
    impl_->converter.reset(ucnv_open(std::string(charset).c_str(), &status));
    if (U_FAILURE(status)) impl_->converter.reset();
    if (!impl_->converter) return;
    ucnv_setToUCallBack(impl_->converter.get(), count_and_substitute, &impl_->replaced, nullptr,
                        nullptr, &status);
}

CharsetDecoder::~CharsetDecoder() = default;
CharsetDecoder::CharsetDecoder(CharsetDecoder&&) noexcept = default;
CharsetDecoder& CharsetDecoder::operator=(CharsetDecoder&&) noexcept = default;

std::size_t CharsetDecoder::replaced() const {
    return impl_->replaced;
}

void CharsetDecoder::decode(std::string_view bytes, bool last, std::string& to) {
    const std::size_t begin = to.size();
    if (impl_->converter) {
        impl_->decode_other(bytes, last, to);
    } else {
        impl_->decode_utf8(bytes, last, to);
    }
    if (!impl_->at_front || to.size() == begin) return;
    impl_->at_front = false;
    if (to.compare(begin, 3, "\xEF\xBB\xBF") == 0) to.erase(begin, 3);
}

void CharsetDecoder::Impl::decode_utf8(std::string_view bytes, bool last, std::string& to) {
    std::string joined;
    if (!carry.empty()) {
        joined = carry.append(bytes);
        bytes = joined;
    }
    const std::size_t cut = last ? 0 : cut_utf8(bytes);
    carry = bytes.substr(bytes.size() - cut);
    bytes.remove_suffix(cut);
    if (is_valid_utf8(bytes)) {
        to += bytes;
        return;
    }
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        const char32_t c = text::decode(bytes, at);
        if (c == replacement && at - begin == 1) ++replaced;
        append(to, c);
    }
}

void CharsetDecoder::Impl::decode_other(std::string_view bytes, bool last, std::string& to) {
    std::array<char16_t, 4096> wide;
    const char* from = bytes.data();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        char16_t* out = wide.data();
        ucnv_toUnicode(converter.get(), &out, out + wide.size(), &from, bytes.data() + bytes.size(),
                       nullptr, last, &status);
        append_utf16(wide.data(), out, to);
    }
    if (last && lead != 0) append(to, replacement);
}

void CharsetDecoder::Impl::append_utf16(const char16_t* begin, const char16_t* end,
                                        std::string& to) {
    for (; begin != end; ++begin) {
        const char16_t c = *begin;
        if (lead != 0 && U16_IS_TRAIL(c)) {
            append(to, char32_t(U16_GET_SUPPLEMENTARY(lead, c)));
            lead = 0;
            continue;
        }
        if (lead != 0) append(to, replacement);
        lead = U16_IS_LEAD(c) ? c : char16_t(0);
        if (lead == 0) append(to, U16_IS_TRAIL(c) ? replacement : char32_t(c));
    }
}

}  // namespace morgue::text
