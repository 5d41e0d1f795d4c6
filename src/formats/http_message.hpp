#pragma once
// An answer of a web server as crawlers record it: status line, headers, and a body that may come
// in chunks and compressed.
#include <string>
#include <string_view>

namespace morgue::formats {

struct HttpMessage {
    int status = 0;       // 0: there is no status line
    std::string type;     // "text/html", in lower case
    std::string charset;  // as declared; may be empty
    std::string body;     // decoded
};

// Throws core::BadRecord where the body cannot be decoded ("http-coding") or has more than
// `longest` bytes ("record-too-long").
HttpMessage read_http(std::string_view message, std::size_t longest);

// What a head alone tells: whether the body is worth decoding.
HttpMessage read_http_head(std::string_view message);

}  // namespace morgue::formats
