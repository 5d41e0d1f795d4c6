// Plain text: one story a file, as a wire or a newspaper's archive prints it.
#include "core/bad_input.hpp"
#include "formats/all.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t largest_file = std::size_t(64) << 20;

class TextReader final : public Reader {
public:
    explicit TextReader(std::unique_ptr<core::ByteSource> source) : source_(std::move(source)) {}

    std::optional<core::Draft> next() override;

private:
    std::string all() const;

    std::unique_ptr<core::ByteSource> source_;
    bool done_ = false;
};

std::string TextReader::all() const {
    std::string text;
    char buffer[65536];
    while (const auto count = source_->read(buffer, sizeof buffer)) {
        if (text.size() + count > largest_file)
            throw core::BadInput("too-large", "a text file may have at most 64 MiB");
        text.append(buffer, count);
    }
    return text;
}

std::optional<core::Draft> TextReader::next() {
    if (done_) return std::nullopt;
    done_ = true;
    core::Draft draft;
    draft.story = all();
    if (draft.story.find_first_not_of(" \t\r\n\f\v") == std::string::npos)
        throw core::BadInput("empty", "the file holds nothing but white space");
    return draft;
}

// Whatever is text is a story if it is nothing else.
int matches(std::string_view head, std::string_view path) {
    if (head.find('\0') != head.npos) return 0;
    return path.ends_with(".txt") ? 2 : 1;
}

std::unique_ptr<Reader> open_text(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<TextReader>(std::move(source));
}

}  // namespace

const Format text_format{"text", "plain text, one story a file", matches, open_text};

}  // namespace morgue::formats
