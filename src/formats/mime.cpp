#include "formats/mime.hpp"

#include <algorithm>

#include "formats/charset_text.hpp"
#include "formats/transfer_coding.hpp"

namespace morgue::formats {

namespace {

constexpr int deepest = 16;
constexpr int most_parts = 1000;

std::string decoded(const HeaderFields& headers, std::string_view body) {
    const std::string coding = media_type(headers["content-transfer-encoding"]);
    if (coding == "base64") return from_base64(body);
    if (coding == "quoted-printable") return from_quoted_printable(body);
    return std::string(body);
}

// Lines that end with a blank go on in the next one (RFC 3676).
std::string unflowed(std::string_view text, bool delete_space) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool flows = line.ends_with(' ') && line != "-- ";
        if (line.starts_with(' ')) line.remove_prefix(1);
        if (flows && delete_space) line.remove_suffix(1);
        out += line;
        if (!flows) out += '\n';
    }
    return out;
}

// The sender's signature is no part of what he writes.
void cut_signature(std::string& text) {
    for (const std::string_view mark : {"\n-- \n", "\n-- \r\n"})
        if (const std::size_t at = text.find(mark); at != text.npos) text.resize(at);
}

class Collector {
public:
    MailText take() { return std::move(text_); }

    void part(const HeaderFields& headers, std::string_view body, int depth) {
        if (depth > deepest || ++parts_ > most_parts) return;
        const std::string_view declared = headers["content-type"];
        const std::string type = media_type(declared);
        if (media_type(headers["content-disposition"]) == "attachment") return;
        if (type.starts_with("multipart/")) {
            parts_of(body, parameter(declared, "boundary"), type == "multipart/digest", depth);
        } else if (type == "message/rfc822") {
            message(body, depth);
        } else if (type == "text/html") {
            html(headers, body);
        } else if (type.empty() || type == "text/plain" || type.find('/') == type.npos) {
            plain(headers, body);
        }
    }

private:
    void message(std::string_view body, int depth) {
        const HeaderFields headers = HeaderFields::take(body);
        part(headers, body, depth + 1);
    }

    // Parts stand between lines of two dashes and the boundary.
    void parts_of(std::string_view body, const std::string& boundary, bool digest, int depth) {
        if (boundary.empty()) return;
        const std::string mark = "--" + boundary;
        std::size_t at = find_mark(body, mark, 0);
        while (at != body.npos) {
            const std::size_t begin = body.find('\n', at);
            if (begin == body.npos || body.substr(at + mark.size()).starts_with("--")) return;
            const std::size_t next = find_mark(body, mark, begin);
            std::string_view inner =
                body.substr(begin + 1, std::min(next, body.size()) - begin - 1);
            const HeaderFields headers = HeaderFields::take(inner);
            if (digest && headers["content-type"].empty())
                message(inner, depth + 1);
            else
                part(headers, inner, depth + 1);
            at = next;
        }
    }

    static std::size_t find_mark(std::string_view body, std::string_view mark, std::size_t from) {
        for (std::size_t at = body.find(mark, from); at != body.npos; at = body.find(mark, at + 1))
            if (at == 0 || body[at - 1] == '\n') return at;
        return body.npos;
    }

    void plain(const HeaderFields& headers, std::string_view body) {
        const std::string_view declared = headers["content-type"];
        std::string text = text_in(decoded(headers, body), parameter(declared, "charset"));
        if (parameter(declared, "format") == "flowed")
            text = unflowed(text, parameter(declared, "delsp") == "yes");
        cut_signature(text);
        if (!text_.plain.empty()) text_.plain += "\n\n";
        text_.plain += text;
    }

    void html(const HeaderFields& headers, std::string_view body) {
        if (!text_.html.empty()) return;
        text_.html = text_in(decoded(headers, body), parameter(headers["content-type"], "charset"));
        text_.location = headers["content-location"];
    }

    MailText text_;
    int parts_ = 0;
};

}  // namespace

MailText mail_text(const HeaderFields& headers, std::string_view body) {
    Collector collector;
    collector.part(headers, body, 0);
    return collector.take();
}

}  // namespace morgue::formats
