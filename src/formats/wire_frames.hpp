#pragma once
// Messages of a wire that frames them with control characters (IPTC 7901, ANPA 1312): SOH, header,
// STX, text, ETX, trailer, EOT. What stands between messages is passed over.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_source.hpp"
#include "core/draft.hpp"

namespace morgue::formats {

inline constexpr char soh = '\x01', stx = '\x02', etx = '\x03', eot = '\x04', syn = '\x16';

struct WireMessage {
    std::string header, text, trailer;
    bool closed = false;  // whether EOT came
};

class WireFrames {
public:
    explicit WireFrames(std::unique_ptr<core::ByteSource> source) : source_(std::move(source)) {}

    // The next message that has a text; nothing at the end. Throws core::BadRecord
    // "record-too-long" for one of more than 8 MiB.
    std::optional<WireMessage> next();

private:
    bool skip_to_message();
    std::size_t find_end();
    bool fill();

    std::unique_ptr<core::ByteSource> source_;
    std::string buffer_;
    std::size_t begin_ = 0;  // what of the buffer is done with
};

// Whether a file begins as a framed wire does; control characters in it are no sign of binary data.
bool is_framed_wire(std::string_view head);

// Lines without their ends, trailing blanks and the control characters of typesetting.
std::vector<std::string> wire_lines(std::string_view text);

// "131137 GMT Nov 13" (day, hour, minute) and "11-13-13 1509GMT" as ISO 8601; empty if there is
// neither. Two digits of a year are of 1970 to 2069.
std::string wire_date(std::string_view trailer);

// Whether a line names who wrote it ("By JANE DOE").
bool is_wire_byline(std::string_view line);

// Said of a message that breaks off.
void note_unclosed(const WireMessage& message, Article& article);

}  // namespace morgue::formats
