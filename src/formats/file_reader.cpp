#include "formats/file_reader.hpp"

#include <exception>
#include <optional>
#include <utility>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/utf8_source.hpp"

namespace morgue::formats {

namespace {

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
    FileReader(const Format& format, std::unique_ptr<Reader> reader,
               std::unique_ptr<Passage> passage)
        : format_(format), passage_(std::move(passage)), reader_(std::move(reader)) {}

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
    if (draft.article.format.empty()) draft.article.format = format_.name;
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

// Of these a file holds one: broken off, it is none.
bool is_whole_file(const Format& format) {
    return format.name == text_format.name || format.name == html_format.name;
}

}  // namespace

std::unique_ptr<Reader> read_file(const Format& format, std::unique_ptr<core::ByteSource> source,
                                  std::string_view charset, const Context& context) {
    auto passage = std::make_unique<Passage>();
    passage->charset = charset;
    if (!is_whole_file(format))
        source = std::make_unique<UnbrokenSource>(std::move(source), *passage);
    if (!format.raw) source = to_utf8(std::move(source), charset, passage->replaced);
    std::unique_ptr<Reader> reader = format.open_in != nullptr
                                         ? format.open_in(std::move(source), context)
                                         : format.open(std::move(source));
    return std::make_unique<FileReader>(format, std::move(reader), std::move(passage));
}

}  // namespace morgue::formats
