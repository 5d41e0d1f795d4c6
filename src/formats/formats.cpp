#include <array>
#include <exception>
#include <optional>
#include <utility>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/detect.hpp"
#include "formats/gzip_source.hpp"
#include "formats/peek_source.hpp"
#include "formats/utf8_source.hpp"
#include "text/charset.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t head_size = 65536;

// What happened to the bytes on their way to a reader.
struct Passage {
    std::string charset;
    std::uint64_t replaced = 0;
    std::optional<core::BadInput> broken;
};

// Ends where the source breaks, so that a reader delivers every article before that place; the
// reason is kept for afterwards.
class UnbrokenSource final : public core::ByteSource {
public:
    UnbrokenSource(std::unique_ptr<core::ByteSource> source, Passage& passage)
        : source_(std::move(source)), passage_(passage) {}

    std::size_t read(char* to, std::size_t most) override {
        if (passage_.broken) return 0;
        try {
            return source_->read(to, most);
        } catch (const core::BadInput& error) {
            passage_.broken = error;
            return 0;
        }
    }

private:
    std::unique_ptr<core::ByteSource> source_;
    Passage& passage_;
};

// A reader of a format, and what is to be said of the file as a whole.
class FileReader final : public Reader {
public:
    FileReader(const Format& format, std::unique_ptr<core::ByteSource> source,
               std::unique_ptr<Passage> passage)
        : format_(format), passage_(std::move(passage)), reader_(format.open(std::move(source))) {}

    std::optional<core::Draft> next() override;

private:
    void note(core::Draft& draft);

    const Format& format_;
    std::unique_ptr<Passage> passage_;  // outlives reader_, whose source refers to it
    std::unique_ptr<Reader> reader_;
    std::uint64_t noted_ = 0;  // replacements that a Problem tells of
};

std::optional<core::Draft> FileReader::next() {
    std::optional<core::Draft> draft;
    try {
        draft = reader_->next();
    } catch (const core::BadInput&) {
        // That a file breaks off is the cause; that its XML is cut short then only follows.
        if (passage_->broken) throw core::BadInput(*std::exchange(passage_->broken, {}));
        throw;
    }
    if (draft) {
        note(*draft);
    } else if (passage_->broken) {
        throw core::BadInput(*std::exchange(passage_->broken, {}));
    }
    return draft;
}

// Readers read ahead: the place is near this article, not always in it.
void FileReader::note(core::Draft& draft) {
    draft.article.format = format_.name;
    const std::uint64_t more = passage_->replaced - noted_;
    if (more == 0) return;
    noted_ = passage_->replaced;
    draft.article.problems.push_back(
        {.code = "charset",
         .field = {},
         .message = std::to_string(more) +
                    " ill-formed bytes, here or in the articles next to "
                    "it, are not " +
                    passage_->charset + " and became U+FFFD",
         .hint = {}});
}

std::unique_ptr<PeekSource> unpacked(std::unique_ptr<core::ByteSource> source) {
    auto peek = std::make_unique<PeekSource>(std::move(source));
    if (!is_gzip(peek->peek(head_size))) return peek;
    return std::make_unique<PeekSource>(gunzip(std::move(peek)));
}

// Of these a file holds one: broken off, it is none.
bool is_whole_file(const Format& format) {
    return format.name == text_format.name || format.name == html_format.name;
}

}  // namespace

std::span<const Format> all_formats() {
    static const std::array table{
        reuters_sgml_format, rss_format,     rdf_format,       atom_format,  json_feed_format,
        nitf_format,         newsml1_format, newsml_g2_format, ninjs_format, iptc7901_format,
        anpa_format,         jsonl_format,   html_format,      text_format,
    };
    return table;
}

const Format* find_format(std::string_view name) {
    for (const Format& format : all_formats())
        if (format.name == name) return &format;
    return nullptr;
}

Opened open(std::unique_ptr<core::ByteSource> source, std::string_view path, const Format* format) {
    std::unique_ptr<PeekSource> bytes = unpacked(std::move(source));
    const std::string_view head = bytes->peek(head_size);
    if (head.empty()) throw core::BadInput("empty", "the file is empty");
    auto passage = std::make_unique<Passage>();
    const std::size_t cut = head.size() < head_size ? 0 : text::cut_utf8(head);
    passage->charset = text::find_charset(head.substr(0, head.size() - cut));
    if (format == nullptr) {
        std::string readable;
        text::CharsetDecoder(passage->charset).decode(head, false, readable);
        format = detect(readable, path, all_formats());
        if (format == nullptr) format = find_format(text_format.name);
    }
    std::unique_ptr<core::ByteSource> unbroken = std::move(bytes);
    if (!is_whole_file(*format))
        unbroken = std::make_unique<UnbrokenSource>(std::move(unbroken), *passage);
    auto text = to_utf8(std::move(unbroken), passage->charset, passage->replaced);
    return {format, std::make_unique<FileReader>(*format, std::move(text), std::move(passage))};
}

}  // namespace morgue::formats
