#include "formats/web_records.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/bad_input.hpp"
#include "formats/buffered_bytes.hpp"
#include "formats/header_fields.hpp"

namespace morgue::formats {

namespace {

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

// Takes the block that a record's header announces.
void take_block(BufferedBytes& bytes, std::uint64_t size, std::size_t longest, WebRecord& record) {
    record.too_long = size > longest;
    if (record.too_long ? !bytes.skip(size) : !bytes.take(size, record.block))
        throw core::BadInput("warc-truncated", "the file ends within a record");
}

bool wanted(std::string_view kind) {
    return kind == "response" || kind == "resource" || kind == "conversion";
}

class WarcRecords final : public WebRecords {
public:
    WarcRecords(std::unique_ptr<core::ByteSource> source, std::size_t longest)
        : bytes_(std::move(source)), longest_(longest) {}

    std::optional<WebRecord> next() override {
        if (!find_record()) return std::nullopt;
        std::string_view text = head();
        const HeaderFields headers = HeaderFields::take(text);
        const auto size = number(headers["content-length"]);
        if (!size) throw core::BadRecord("warc-damaged", "a record does not say how long it is");
        WebRecord record;
        record.kind = headers["warc-type"];
        record.url = headers["warc-target-uri"];
        if (record.url.starts_with('<')) record.url = record.url.substr(1, record.url.size() - 2);
        record.type = media_type(headers["content-type"]);
        record.charset = parameter(headers["content-type"], "charset");
        take_block(bytes_, *size, wanted(record.kind) ? longest_ : 0, record);
        return record;
    }

private:
    // Past the version line of the next record; two line ends stand before it, and in a file that
    // is damaged anything.
    bool find_record() {
        bool damaged = false;
        while (const auto line = bytes_.line()) {
            if (line->starts_with("WARC/")) {
                if (!damaged) return true;
                bytes_.unread();
                throw core::BadRecord("warc-damaged", "a record does not begin where it should");
            }
            damaged = damaged || !line->empty();
        }
        if (damaged) throw_once();
        return false;
    }

    void throw_once() {
        if (said_) return;
        said_ = true;
        throw core::BadRecord("warc-damaged", "what stands at the end is no record");
    }

    std::string_view head() {
        constexpr std::size_t longest_head = std::size_t(1) << 20;
        head_.clear();
        while (const auto line = bytes_.line()) {
            if (line->empty()) return head_;
            if (head_.size() < longest_head) head_.append(*line).append(1, '\n');
        }
        throw core::BadInput("warc-truncated", "the file ends within a record");
    }

    BufferedBytes bytes_;
    const std::size_t longest_;
    std::string head_;
    bool said_ = false;
};

class ArcRecords final : public WebRecords {
public:
    ArcRecords(std::unique_ptr<core::ByteSource> source, std::size_t longest)
        : bytes_(std::move(source)), longest_(longest) {}

    // A line "URL IP-address date content-type length" (with more in between in version 2), the
    // block, a line end.
    std::optional<WebRecord> next() override {
        bool damaged = false;
        while (const auto line = bytes_.line()) {
            if (line->empty()) continue;
            auto record = read_line(*line);
            if (record && damaged) {
                bytes_.unread();
                throw core::BadRecord("arc-damaged", "a record does not begin where it should");
            }
            if (record) {
                take_block(bytes_, size_, wanted(record->kind) ? longest_ : 0, *record);
                return record;
            }
            damaged = true;
        }
        return std::nullopt;
    }

private:
    std::optional<WebRecord> read_line(std::string_view line) {
        std::vector<std::string_view> words;
        while (!line.empty() && words.size() < 12) {
            const std::size_t end = std::min(line.find(' '), line.size());
            words.push_back(line.substr(0, end));
            line.remove_prefix(std::min(end + 1, line.size()));
        }
        if (words.size() < 5 || words.front().find(':') == std::string_view::npos) return {};
        const auto size = number(words.back());
        const bool dated =
            std::ranges::all_of(words[2], [](char c) { return c >= '0' && c <= '9'; });
        if (!size || !dated) return {};
        size_ = *size;
        WebRecord record;
        record.url = words.front();
        record.kind = record.url.starts_with("http") ? "response" : "warcinfo";
        record.type = "application/http";
        return record;
    }

    BufferedBytes bytes_;
    const std::size_t longest_;
    std::uint64_t size_ = 0;  // of the record at hand
};

}  // namespace

std::unique_ptr<WebRecords> read_warc(std::unique_ptr<core::ByteSource> source,
                                      std::size_t longest) {
    return std::make_unique<WarcRecords>(std::move(source), longest);
}

std::unique_ptr<WebRecords> read_arc(std::unique_ptr<core::ByteSource> source,
                                     std::size_t longest) {
    return std::make_unique<ArcRecords>(std::move(source), longest);
}

}  // namespace morgue::formats
