// Web crawls, WARC and ARC: pages go to the page reader, feeds and other files are told by their
// content; pictures, scripts, redirects and the like are counted and passed over.
#include <algorithm>
#include <map>
#include <utility>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/charset_text.hpp"
#include "formats/http_message.hpp"
#include "formats/memory_source.hpp"
#include "formats/peek_source.hpp"
#include "formats/web_records.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t longest_block = std::size_t(50) << 20;

bool is_page(std::string_view type) {
    return type == "text/html" || type == "application/xhtml+xml";
}

// Whether files of that media type may be of a format of ours.
bool may_hold_news(std::string_view type) {
    constexpr std::string_view types[] = {"text/xml",   "application/xml", "application/json",
                                          "text/plain", "message/rfc822",  "text/csv"};
    return type.ends_with("+xml")
               ? type != "image/svg+xml"
               : type.ends_with("+json") || std::ranges::find(types, type) != std::end(types);
}

// Files for machines that pass for stories in plain text: robots.txt and its kin.
bool is_for_machines(std::string_view url) {
    constexpr std::string_view names[] = {"/robots.txt",   "/ads.txt",    "/app-ads.txt",
                                          "/security.txt", "/humans.txt", "/llms.txt"};
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    return std::ranges::any_of(names, [&](std::string_view name) { return path.ends_with(name); });
}

// Formats that any data of a web site may pass for.
bool is_anything(const Format& format) {
    return format.name == json_format.name || format.name == csv_format.name;
}

// What was passed over, and how often.
class Counts {
public:
    void add(const std::string& what) { ++counts_[counts_.size() < most_kinds ? what : "others"]; }

    // "12 records hold no articles: 8 image/png, 4 status 404"; empty if there were none.
    std::string say() const {
        std::vector<std::pair<std::uint64_t, std::string>> sorted;
        std::uint64_t all = 0;
        for (const auto& [what, count] : counts_) {
            sorted.emplace_back(count, what);
            all += count;
        }
        if (all == 0) return {};
        std::ranges::stable_sort(sorted, std::greater<>(),
                                 [](const auto& each) { return each.first; });
        std::string out = std::to_string(all) + " records hold no articles: ";
        for (std::size_t i = 0; i < sorted.size() && i < most_named; ++i)
            out += (i ? ", " : "") + std::to_string(sorted[i].first) + ' ' + sorted[i].second;
        return sorted.size() > most_named ? out + ", ..." : out;
    }

private:
    static constexpr std::size_t most_kinds = 200, most_named = 8;
    std::map<std::string, std::uint64_t> counts_;
};

class WarcReader final : public Reader {
public:
    WarcReader(std::unique_ptr<WebRecords> records, const Context& context)
        : context_(context), records_(std::move(records)) {}

    std::optional<core::Draft> next() override;

private:
    std::optional<core::Draft> read_record(WebRecord& record);
    std::optional<core::Draft> read_page(WebRecord& record);
    void open_block(WebRecord& record);
    std::optional<core::Draft> next_of_block();
    bool unwrap(WebRecord& record);
    void pass_over(const std::string& what) { passed_.add(what); }

    const Context context_;
    std::unique_ptr<WebRecords> records_;
    std::string block_;               // that reader_ reads
    std::unique_ptr<Reader> reader_;  // of a record that is a file of its own
    Counts passed_;
    bool said_ = false;
};

std::optional<core::Draft> WarcReader::next() {
    for (;;) {
        if (reader_)
            if (auto draft = next_of_block()) return draft;
        auto record = records_->next();
        if (!record) break;
        if (auto draft = read_record(*record)) return draft;
    }
    if (const std::string passed = passed_.say(); !passed.empty() && !std::exchange(said_, true))
        throw core::PassedOver(passed);
    return std::nullopt;
}

std::optional<core::Draft> WarcReader::read_record(WebRecord& record) {
    const bool content =
        record.kind == "response" || record.kind == "resource" || record.kind == "conversion";
    if (!content || record.url.starts_with("dns:")) return std::nullopt;
    if (record.too_long)
        throw core::BadRecord("record-too-long", "a record has more than " +
                                                     std::to_string(longest_block >> 20) + " MiB");
    if (record.type == "application/http" && !unwrap(record)) return std::nullopt;
    if (is_page(record.type)) return read_page(record);
    if (!may_hold_news(record.type) || is_for_machines(record.url)) {
        pass_over(record.type.empty() ? "of no type" : record.type);
        return std::nullopt;
    }
    open_block(record);
    return std::nullopt;
}

// Makes a record that is a server's answer one of what was answered; false if that is no content.
bool WarcReader::unwrap(WebRecord& record) {
    const HttpMessage head = read_http_head(record.block);
    const bool success = head.status == 200 || head.status == 203 || head.status == 0;
    if (!success) {
        pass_over("status " + std::to_string(head.status));
    } else if (!is_page(head.type) && !may_hold_news(head.type)) {
        pass_over(head.type.empty() ? "of no type" : head.type);
    } else {
        HttpMessage message = read_http(record.block, longest_block);
        record.type = std::move(message.type);
        record.charset = std::move(message.charset);
        record.block = std::move(message.body);
        return true;
    }
    return false;
}

std::optional<core::Draft> WarcReader::read_page(WebRecord& record) {
    core::Draft draft;
    draft.page = text_in(record.block, record.charset);
    draft.address = std::move(record.url);
    if (draft.page.find_first_not_of(" \t\r\n\f\v") != std::string::npos) return draft;
    pass_over("empty pages");
    return std::nullopt;
}

void WarcReader::open_block(WebRecord& record) {
    block_ = std::move(record.block);
    try {
        Context inner = context_;
        inner.options.format = nullptr;
        Opened opened = open_inner(std::make_unique<MemorySource>(block_), record.url, inner);
        if (opened.format != nullptr && !is_anything(*opened.format)) {
            reader_ = std::move(opened.reader);
            return;
        }
    } catch (const core::BadInput&) {
        if (context_.unpacking.exhausted()) throw;
    }
    pass_over(record.type);
}

std::optional<core::Draft> WarcReader::next_of_block() {
    try {
        auto draft = reader_->next();
        if (draft) {
            draft->article.format.clear();
        } else {
            reader_.reset();
        }
        return draft;
    } catch (const core::BadInput& bad) {
        reader_.reset();
        throw core::BadRecord(bad.code(), bad.what());
    }
}

bool is_arc(std::string_view head) {
    return head.starts_with("filedesc://");
}

int matches(std::string_view head, std::string_view) {
    const bool warc = head.starts_with("WARC/0.") || head.starts_with("WARC/1.");
    return warc || is_arc(head) ? 100 : 0;
}

std::unique_ptr<Reader> open_warc(std::unique_ptr<core::ByteSource> source,
                                  const Context& context) {
    auto peek = std::make_unique<PeekSource>(std::move(source));
    const bool arc = is_arc(peek->peek(64));
    auto records =
        arc ? read_arc(std::move(peek), longest_block) : read_warc(std::move(peek), longest_block);
    return std::make_unique<WarcReader>(std::move(records), context);
}

}  // namespace

const Format warc_format{"warc", "web crawls (WARC, ARC)", matches, nullptr, open_warc, true};

}  // namespace morgue::formats
