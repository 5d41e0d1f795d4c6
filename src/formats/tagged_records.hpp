#pragma once
// The records of a file of tagged text, "<DOC> ... </DOC>", one at a time.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/byte_source.hpp"

namespace morgue::formats {

class TaggedRecords {
public:
    // `name` of the element, in capitals; files may write it in any case.
    TaggedRecords(std::unique_ptr<core::ByteSource> source, std::string_view name,
                  std::size_t longest);

    struct Record {
        std::string_view open_tag;  // "<DOC id=...>"
        std::string_view content;
        bool closed = true;
    };

    // The next one, valid until the next call; nothing at the end. It ends at its closing tag, the
    // next opening one that begins a line, or the end of the file. Throws core::BadRecord
    // "record-too-long", and goes on behind what is too much.
    std::optional<Record> next();

private:
    bool skip_to_record();
    std::size_t find_end();
    bool fill();
    std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }

    std::unique_ptr<core::ByteSource> source_;
    const std::string open_, close_;  // "<DOC", "</DOC"
    const std::size_t longest_;
    std::string buffer_;
    std::size_t begin_ = 0;  // what of the buffer is done with
    bool at_end_ = false;
};

// Whether `text` begins with the tag "<NAME" or "</NAME" (`tag`, in capitals), in any case.
bool begins_tag(std::string_view text, std::string_view tag);

}  // namespace morgue::formats
