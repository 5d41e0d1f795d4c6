#include "extract/mentions.hpp"

#include <algorithm>
#include <map>

#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

bool is_visible(char32_t c) {
    return !(c < 0x20 || (c >= 0x7F && c < 0xA0) || text::is_space(c));
}

// The beginning of the last character before `end`.
std::size_t last_character(std::string_view text, std::size_t end) {
    auto at = std::min(end, text.size());
    if (at > 0) --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

// Answers, for offsets asked in rising order, how many visible characters stand before them.
class Counter {
public:
    explicit Counter(std::string_view text) : text_(text) {}

    std::size_t visible_before(std::size_t offset) {
        while (at_ < offset && at_ < text_.size()) count_ += is_visible(text::decode(text_, at_));
        return count_;
    }

    // The offset of the visible character `rank`; the end of the text if there is none.
    std::size_t offset_of(std::size_t rank) {
        while (at_ < text_.size()) {
            auto next = at_;
            const bool visible = is_visible(text::decode(text_, next));
            if (visible && count_ == rank) break;
            count_ += visible;
            at_ = next;
        }
        return at_;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0, count_ = 0;
};

// Where each offset of `before` stands in `after`.
std::map<std::size_t, std::size_t> moved(std::map<std::size_t, std::size_t> offsets,
                                         std::string_view before, std::string_view after) {
    Counter old_text(before), new_text(after);
    for (auto& [old_offset, new_offset] : offsets)
        new_offset = new_text.offset_of(old_text.visible_before(old_offset));
    return offsets;
}

std::size_t visible_count(std::string_view text) {
    return Counter(text).visible_before(text.size());
}

}  // namespace

void move_mentions(Article& article, Mention::Where where, std::string_view before,
                   std::string_view after) {
    // The last byte stands for the end, as what follows a mention may be white space that goes.
    std::map<std::size_t, std::size_t> offsets;
    for (const auto& entity : article.entities)
        for (const auto& mention : entity.mentions)
            if (mention.where == where && mention.begin < mention.end)
                offsets[mention.begin], offsets[last_character(before, mention.end)];
    offsets = moved(std::move(offsets), before, after);
    const bool comparable = visible_count(before) == visible_count(after);
    bool dropped = false;
    const auto move = [&](Mention& mention) {
        if (mention.where != where) return true;
        if (!comparable || mention.end > before.size() || mention.begin >= mention.end)
            return false;
        auto end = offsets[last_character(before, mention.end)];
        mention.begin = std::uint32_t(offsets[mention.begin]);
        if (mention.begin > end || end >= after.size()) return false;
        text::decode(after, end);
        mention.end = std::uint32_t(end);
        return true;
    };
    for (auto& entity : article.entities) {
        const auto kept = std::remove_if(entity.mentions.begin(), entity.mentions.end(),
                                         [&](Mention& mention) { return !move(mention); });
        dropped = dropped || kept != entity.mentions.end();
        entity.mentions.erase(kept, entity.mentions.end());
    }
    if (dropped)
        article.problems.push_back({.code = "mention-outside-text",
                                    .field = "entities",
                                    .message = "an entity was said to stand where there is no text",
                                    .hint = {}});
}

}  // namespace morgue::extract
