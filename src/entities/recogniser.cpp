#include "entities/recogniser.hpp"

#include <algorithm>

#include "entities/foreign.hpp"
#include "entities/names.hpp"
#include "entities/resolve.hpp"
#include "entities/tagger.hpp"
#include "entities/tokenise.hpp"

namespace morgue::entities {

namespace {

// Longer texts are read in parts of about this many bytes, each for itself, so that what is kept
// in memory is bounded.
constexpr std::size_t part_bytes = 256 * 1024;

// Where a part that begins at `begin` ends: behind a paragraph, else a blank, if possible.
std::size_t part_end(std::string_view text, std::size_t begin) {
    if (text.size() - begin <= part_bytes) return text.size();
    const std::string_view most = text.substr(begin, part_bytes);
    for (const std::string_view at : {"\n\n", " "})
        if (const std::size_t found = most.rfind(at); found != most.npos && found > 0)
            return begin + found;
    std::size_t end = begin + part_bytes;
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    return end;
}

}  // namespace

class Recogniser::Reader {
public:
    explicit Reader(const Model& model) : model_(model), words_(model.lexicon), tagger_(model) {}

    // The body first: what it says of a form helps with the headline.
    std::vector<Entity> recognise(const Article& article) {
        found_.clear();
        learnt_ = is_learnt(article.language);
        const std::string_view body = article.body;
        for (std::size_t begin = 0; begin < body.size();) {
            const std::size_t end = part_end(body, begin);
            forget();
            read(Mention::Where::body, body, begin, end);
            begin = end;
        }
        if (body.empty()) forget();
        const std::size_t of_body = found_.size();
        read(Mention::Where::headline, article.headline, 0, article.headline.size());
        std::rotate(found_.begin(), found_.begin() + std::ptrdiff_t(of_body), found_.end());
        return resolve(article, found_);
    }

private:
    void forget() {
        words_.trim();
        forms_.clear();
    }

    void read(Mention::Where where, std::string_view text, std::size_t begin, std::size_t end) {
        document_.tokens.clear();
        document_.sentences.clear();
        tokenise(text, begin, end, words_, document_);
        read_context(document_, model_.lexicon, forms_);
        std::vector<Name> names =
            learnt_ ? names_of(tagger_.tag(document_, forms_)) : foreign_names(document_);
        repair(document_, names);
        for (const Name& name : names) found_.push_back(found(where, name));
    }

    Found found(Mention::Where where, const Name& name) const {
        Found found{name.kind, {where, 0, 0}, {}, false};
        const auto tokens = std::span(document_.tokens).subspan(name.first, name.last - name.first);
        found.mention.begin = tokens.front().begin;
        found.mention.end = tokens.back().end;
        for (const Token& token : tokens) {
            const Word& word = *token.word;
            if (!word.wordy) continue;
            const char first = document_.text[token.begin];
            const bool plain = word.capital && (first & 0x80) == 0;
            found.words.push_back({word.folded, word.traits, plain ? char(first | 0x20) : '\0'});
        }
        found.caps = found.words.size() == 1 && tokens.front().word->caps;
        return found;
    }

    const Model& model_;
    WordCache words_;
    Forms forms_;
    Document document_;
    Tagger tagger_;
    std::vector<Found> found_;
    bool learnt_ = true;
};

Recogniser::Recogniser() : Recogniser(built_in_model()) {}
Recogniser::Recogniser(const Model& model) : reader_(std::make_unique<Reader>(model)) {}
Recogniser::~Recogniser() = default;
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;

std::vector<Entity> Recogniser::recognise(const Article& article) {
    return reader_->recognise(article);
}

bool is_learnt(std::string_view language) {
    return language.empty() || language == "en" || language.starts_with("en-");
}

}  // namespace morgue::entities
