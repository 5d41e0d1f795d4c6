#include "formats/http_message.hpp"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <new>
#include <optional>

#include "core/bad_input.hpp"
#include "formats/archive_library.hpp"
#include "formats/header_fields.hpp"
#include "formats/memory_source.hpp"

namespace morgue::formats {

namespace {

void check_size(const std::string& body, std::size_t longest) {
    if (body.size() > longest)
        throw core::BadRecord("record-too-long",
                              "a page has more than " + std::to_string(longest >> 20) + " MiB");
}

[[noreturn]] void undecodable(std::string_view coding) {
    throw core::BadRecord("http-coding",
                          "the body cannot be decoded from '" + std::string(coding) + "'");
}

// ---- chunks

// The size that begins a chunk; nothing if the line holds none.
std::optional<std::size_t> chunk_size(std::string_view line) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc{} || end == line.data()) return std::nullopt;
    const std::string_view rest(end, std::size_t(line.data() + line.size() - end));
    const std::size_t first = rest.find_first_not_of(" \t");
    return first == rest.npos || rest[first] == ';' ? std::optional(size) : std::nullopt;
}

// Many crawlers undo the chunks and leave the header: then the body is none of them.
std::string without_chunks(std::string_view body) {
    std::string out;
    for (std::string_view rest = body; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const auto size = chunk_size(line);
        if (!size) return out.empty() ? std::string(body) : out;
        if (*size == 0) break;
        rest.remove_prefix(std::min(end + 1, rest.size()));
        out.append(rest.substr(0, *size));
        rest.remove_prefix(std::min(*size, rest.size()));
        if (rest.starts_with('\r')) rest.remove_prefix(1);
        if (rest.starts_with('\n')) rest.remove_prefix(1);
    }
    return out;
}

// ---- compression

// `window`: as zlib's inflateInit2 has it. What was unpacked before the data breaks off is kept.
std::string inflated(std::string_view packed, int window, std::size_t longest) {
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::array<char, 65536> piece;
    for (int status = Z_OK; status == Z_OK;) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
        check_size(out, longest);
    }
    return out;
}

std::string unbrotlied(std::string_view packed, std::size_t longest) {
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    if (!state) throw std::bad_alloc();
    const auto* next = reinterpret_cast<const std::uint8_t*>(packed.data());
    std::size_t left = packed.size();
    std::string out;
    std::array<std::uint8_t, 65536> piece;
    auto status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
        std::uint8_t* to = piece.data();
        std::size_t room = piece.size();
        status = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
        out.append(reinterpret_cast<const char*>(piece.data()), piece.size() - room);
        check_size(out, longest);
    }
    return out;
}

std::string unzstd(std::string_view packed, std::size_t longest) {
    Unpacking unpacking({.bytes = longest});
    unpacking.took(longest);  // what bounds it is its size alone
    const auto source =
        decompress(Packing::zstd, std::make_unique<MemorySource>(packed), unpacking);
    std::string out;
    std::array<char, 65536> piece;
    try {
        while (const std::size_t got = source->read(piece.data(), piece.size()))
            out.append(piece.data(), got);
    } catch (const core::BadInput&) {
        if (unpacking.exhausted()) check_size(out + std::string(piece.size(), ' '), longest);
    }
    return out;
}

// Undoes one coding. Crawlers that have undone it leave its name: then the body stays as it is.
std::string undone(std::string body, std::string_view coding, std::size_t longest) {
    constexpr int gzip = 15 + 16, deflate = 15, raw_deflate = -15;
    std::string out;
    if (coding == "gzip" || coding == "x-gzip") {
        if (packing_of(body) != Packing::gzip) return body;
        out = inflated(body, gzip, longest);
    } else if (coding == "deflate") {
        out = inflated(body, deflate, longest);
        if (out.empty()) out = inflated(body, raw_deflate, longest);
        if (out.empty()) return body;
    } else if (coding == "br") {
        out = unbrotlied(body, longest);
        if (out.empty() && body.find('<') != body.npos) return body;
    } else if (coding == "zstd") {
        if (packing_of(body) != Packing::zstd) return body;
        out = unzstd(body, longest);
    } else {
        return body;  // "identity", or a name that means nothing
    }
    if (out.empty() && !body.empty()) undecodable(coding);
    return out;
}

// The codings in the order in which they are undone: the last one first.
std::string without_codings(std::string body, std::string_view list, std::size_t longest) {
    constexpr int most = 4;
    for (int i = 0; i < most && !list.empty(); ++i) {
        const std::size_t comma = list.rfind(',');
        const std::string coding = media_type(list.substr(comma == list.npos ? 0 : comma + 1));
        body = undone(std::move(body), coding, longest);
        list = comma == list.npos ? std::string_view() : list.substr(0, comma);
    }
    return body;
}

int take_status(std::string_view& message) {
    if (!message.starts_with("HTTP/")) return 0;
    const std::size_t end = std::min(message.find('\n'), message.size());
    const std::string_view line = message.substr(0, end);
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::size_t digits = std::min(line.find_first_not_of(' ', blank), line.size());
    int status = 0;
    std::from_chars(line.data() + digits, line.data() + line.size(), status);
    message.remove_prefix(std::min(end + 1, message.size()));
    return status;
}

HttpMessage read_head(std::string_view& message, HeaderFields& headers) {
    HttpMessage out;
    out.status = take_status(message);
    headers = HeaderFields::take(message);
    out.type = media_type(headers["content-type"]);
    out.charset = parameter(headers["content-type"], "charset");
    return out;
}

}  // namespace

HttpMessage read_http_head(std::string_view message) {
    HeaderFields headers;
    return read_head(message, headers);
}

HttpMessage read_http(std::string_view message, std::size_t longest) {
    HeaderFields headers;
    HttpMessage out = read_head(message, headers);
    const bool chunked = headers["transfer-encoding"].find("chunked") != std::string_view::npos;
    out.body = chunked ? without_chunks(message) : std::string(message);
    out.body = without_codings(std::move(out.body), headers["content-encoding"], longest);
    check_size(out.body, longest);
    return out;
}

}  // namespace morgue::formats
