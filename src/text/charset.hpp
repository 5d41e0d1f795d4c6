#pragma once
// Charsets: finding the one a file is written in and turning it into UTF-8. Nothing here fails:
// bytes that are ill-formed become U+FFFD and are counted.
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace morgue::text {

// The charset of a file from its first bytes, which should not end amid a character: the byte order
// mark, else what an XML or HTML head declares, else UTF-8 where it is that, else what the bytes
// look like. "utf-8", "utf-16le", "windows-1252" (which stands for Latin 1 and ASCII, too), ...
std::string find_charset(std::string_view head);

// The canonical name of a charset by any of its labels ("latin1" -> "windows-1252"); empty when
// it is not known.
std::string charset_name(std::string_view label);

// How many bytes at the end of `text` begin a UTF-8 sequence that is cut off there: 0 to 3.
std::size_t cut_utf8(std::string_view text);

// The character that is meant by a C1 control (U+0080 to U+009F), which no text has: the one of
// Windows-1252. Others are returned as they are.
char32_t without_c1(char32_t c);

// Turns a stream of bytes into UTF-8 piece by piece; a byte order mark at its front is dropped.
class CharsetDecoder {
public:
    explicit CharsetDecoder(std::string_view charset);
    ~CharsetDecoder();
    CharsetDecoder(CharsetDecoder&&) noexcept;
    CharsetDecoder& operator=(CharsetDecoder&&) noexcept;

    // Appends what the bytes say; a sequence cut off at their end waits for more unless `last`.
    void decode(std::string_view bytes, bool last, std::string& to);

    // How many ill-formed sequences were replaced so far.
    std::size_t replaced() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace morgue::text
