// From bytes to a reader: layer after layer unpacked, the format and the charset found.
#include <utility>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/detect.hpp"
#include "formats/file_reader.hpp"
#include "formats/json_shape.hpp"
#include "formats/members_reader.hpp"
#include "formats/packing.hpp"
#include "formats/peek_source.hpp"
#include "text/charset.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t head_size = 65536;

// The input as it lies on disk: what unpacking is measured by.
class CountedSource final : public core::ByteSource {
public:
    CountedSource(std::unique_ptr<core::ByteSource> source, Unpacking& unpacking)
        : source_(std::move(source)), unpacking_(unpacking) {}

    std::size_t read(char* to, std::size_t most) override {
        const std::size_t got = source_->read(to, most);
        unpacking_.took(got);
        return got;
    }

private:
    std::unique_ptr<core::ByteSource> source_;
    Unpacking& unpacking_;
};

// Keeps the account of an input's layers as long as they are read.
class InputReader final : public Reader {
public:
    InputReader(std::unique_ptr<Unpacking> unpacking, std::unique_ptr<Reader> reader)
        : unpacking_(std::move(unpacking)), reader_(std::move(reader)) {}

    std::optional<core::Draft> next() override { return reader_->next(); }

private:
    std::unique_ptr<Unpacking> unpacking_;  // outlives reader_
    std::unique_ptr<Reader> reader_;
};

// Rules are for tables and JSON; JSON Lines are ours, else.
const Format* chosen_format(const ReadOptions& options, std::string_view head) {
    if (options.map == nullptr) return options.format;
    const bool lines = options.format != nullptr && options.format->name == jsonl_format.name;
    if (lines || (options.format == nullptr && looks_like_json(head))) return &json_format;
    return options.format;
}

Opened open_unpacked(std::unique_ptr<PeekSource> bytes, const Context& context) {
    const std::string_view head = bytes->peek(head_size);
    const std::size_t cut = head.size() < head_size ? 0 : text::cut_utf8(head);
    const std::string charset = text::find_charset(head.substr(0, head.size() - cut));
    const Format* format = chosen_format(context.options, head);
    if (format == nullptr) {
        std::string readable;
        text::CharsetDecoder(charset).decode(head, false, readable);
        format = detect(head, readable, context.path, all_formats());
        if (format == nullptr) format = find_format(text_format.name);
    }
    return {format, read_file(*format, std::move(bytes), charset, context)};
}

}  // namespace

Opened open_inner(std::unique_ptr<core::ByteSource> source, std::string_view path,
                  const Context& outer) {
    Context context{outer.options, outer.unpacking, std::string(path), outer.depth};
    auto bytes = std::make_unique<PeekSource>(std::move(source));
    for (;;) {
        const std::string_view head = bytes->peek(head_size);
        if (head.empty()) throw core::BadInput("empty", "the file is empty");
        const Packing packing = packing_of(head);
        if (packing == Packing::none) return open_unpacked(std::move(bytes), context);
        context.unpacking.layer(context.depth++);
        if (holds_files(packing))
            return {nullptr, read_members(packing, std::move(bytes), context)};
        context.path = name_unpacked(context.path);
        bytes =
            std::make_unique<PeekSource>(decompress(packing, std::move(bytes), context.unpacking));
    }
}

Opened open(std::unique_ptr<core::ByteSource> source, std::string_view path,
            const ReadOptions& options) {
    auto unpacking = std::make_unique<Unpacking>(options.limits);
    auto counted = std::make_unique<CountedSource>(std::move(source), *unpacking);
    Opened opened = open_inner(std::move(counted), path, {options, *unpacking, {}, 0});
    opened.reader = std::make_unique<InputReader>(std::move(unpacking), std::move(opened.reader));
    return opened;
}

}  // namespace morgue::formats
