#pragma once
// Reading the items of a feed, of whatever dialect, one at a time.
#include <cstdint>
#include <memory>
#include <string>

#include "core/byte_source.hpp"
#include "formats/feed_element.hpp"
#include "formats/reader.hpp"

namespace morgue::formats {

// What a dialect calls things, and the vocabulary of names that belong to none.
struct FeedDialect {
    std::string_view channel, item;
    Vocabulary home;
};

std::unique_ptr<Reader> read_feed(std::unique_ptr<core::ByteSource> source,
                                  const FeedDialect& dialect);

}  // namespace morgue::formats
