#include "extract/mentions.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

bool is_visible(char32_t c) {
    return !(c < 0x20 || (c >= 0x7F && c < 0xA0) || text::is_space(c));
}

// The byte offset of every visible character of a text, and its end.
std::vector<std::size_t> visible_offsets(std::string_view text) {
    std::vector<std::size_t> offsets;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        if (is_visible(text::decode(text, at))) offsets.push_back(begin);
    }
    return offsets;
}

}  // namespace

void move_mentions(Article& article, Mention::Where where, std::string_view before,
                   std::string_view after) {
    const auto old_offsets = visible_offsets(before), new_offsets = visible_offsets(after);
    const bool comparable = old_offsets.size() == new_offsets.size();
    bool dropped = false;
    const auto move = [&](Mention& mention) {
        if (mention.where != where) return true;
        const auto first = std::lower_bound(old_offsets.begin(), old_offsets.end(), mention.begin);
        const auto last = std::lower_bound(old_offsets.begin(), old_offsets.end(), mention.end);
        if (!comparable || mention.end > before.size() || first >= last) return false;
        auto at = new_offsets[std::size_t(last - old_offsets.begin()) - 1];
        mention.begin = std::uint32_t(new_offsets[std::size_t(first - old_offsets.begin())]);
        text::decode(after, at);
        mention.end = std::uint32_t(at);
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
