#include "index/story_text.hpp"

#include "core/article_texts.hpp"
#include "index/term_hash.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

template <class F>
void each_word(std::string_view text, F&& visit) {
    text::Words all(text);
    while (const text::Word* word = all.next())
        visit(hash_term(word->folded, leading_bytes(word->folded)));
}

}  // namespace

const std::string& story_text(const Article& article) {
    return core::running_text(article);
}

std::vector<std::uint32_t> word_hashes(std::string_view text) {
    std::vector<std::uint32_t> out;
    each_word(text, [&](std::uint32_t word) { out.push_back(word); });
    return out;
}

story::ShingleSet shingles_of(const Article& article) {
    return story::shingle_set(word_hashes(story_text(article)));
}

story::Sketch sketch_of(const Article& article) {
    story::Sketcher sketcher;
    each_word(article.headline, [&](std::uint32_t word) { sketcher.heading(word); });
    each_word(story_text(article), [&](std::uint32_t word) { sketcher.text(word); });
    return sketcher.finish();
}

}  // namespace morgue::index
