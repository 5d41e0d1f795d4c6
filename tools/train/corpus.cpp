#include "corpus.hpp"

#include <fstream>
#include <morgue/error.hpp>
#include <optional>
#include <set>
#include <string_view>

#include "text/utf8.hpp"

namespace morgue::train {

namespace {

const std::set<std::string_view> closing{
    ",", ".", ";",   ":",   "!",   "?",  ")",  "]",   "}",   "%",   "'s", "’s", "n't", "n’t", "'",
    "’", "”", "'ll", "'re", "'ve", "'d", "'m", "’ll", "’re", "’ve", "’d", "’m", "...", "…"};
const std::set<std::string_view> opening{"(", "[", "{", "$", "£", "€", "“", "‘", "#"};

std::optional<Entity::Kind> kind(std::string_view tag) {
    if (tag.ends_with("PER")) return Entity::Kind::person;
    if (tag.ends_with("ORG")) return Entity::Kind::organisation;
    if (tag.ends_with("LOC")) return Entity::Kind::place;
    return std::nullopt;
}

std::string recased(const std::string& form, bool caps, bool capital) {
    if (caps) return text::upper(form);
    if (!capital) return form;
    std::size_t first = 0;
    text::decode(form, first);
    return text::upper(form.substr(0, first)) + form.substr(first);
}

// Words that headlines write small.
bool stays_small(const std::string& form) {
    static const std::set<std::string_view> small{"a",  "an", "the", "of",  "in", "on", "at",
                                                  "to", "by", "for", "and", "or", "'s", "’s"};
    return small.contains(form);
}

// Puts the tokens together again as a writer would have set them.
class Joiner {
public:
    explicit Joiner(bool splits_hyphens) : splits_hyphens_(splits_hyphens) {}

    void begin_sentence() {
        if (!out_.text.empty()) {
            const char last = out_.text.back();
            const bool ended = last == '.' || last == '!' || last == '?' || last == '"';
            out_.text += ended ? " " : "\n\n";
        }
        glue_ = true;
        quoted_ = false;
        name_ = false;
    }

    void add(const std::string& form, std::string_view tag, bool hyphen_joins) {
        const bool quote = form == "\"" || form == "``" || form == "''";
        const bool hyphen = splits_hyphens_ && form == "-" && hyphen_joins;
        const bool left = closing.contains(form) || (quote && quoted_) || hyphen;
        if (!glue_ && !left) out_.text += ' ';
        const std::size_t begin = out_.text.size();
        out_.text += quote ? "\"" : form;
        mark(tag, begin);
        glue_ = opening.contains(form) || (quote && !quoted_) || hyphen;
        if (quote) quoted_ = !quoted_;
    }

    AnnotatedText take() { return std::move(out_); }

private:
    void mark(std::string_view tag, std::size_t begin) {
        const auto of = kind(tag);
        if (of && tag[0] == 'I' && name_ && out_.names.back().kind == *of)
            out_.names.back().end = out_.text.size();
        else if (of)
            out_.names.push_back({*of, begin, out_.text.size()});
        name_ = of.has_value();
    }

    AnnotatedText out_;
    bool splits_hyphens_;
    bool glue_ = true, quoted_ = false, name_ = false;
};

bool is_wordy(const std::string& form) {
    return std::isalnum(static_cast<unsigned char>(form[0])) || (form[0] & 0x80);
}

}  // namespace

Corpus::Corpus(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw Error(Error::Kind::io, "cannot read " + path);
    documents_.emplace_back().emplace_back();
    for (std::string line; std::getline(in, line);) {
        const std::size_t tab = line.rfind('\t');
        if (line.starts_with("-DOCSTART-"))
            documents_.emplace_back().emplace_back();
        else if (tab == line.npos)
            documents_.back().emplace_back();
        else if (tab > 0)
            documents_.back().back().push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    for (auto& document : documents_) std::erase_if(document, [](auto& s) { return s.empty(); });
    std::erase_if(documents_, [](auto& document) { return document.empty(); });
    splits_hyphens_ = splits_hyphens();
}

bool Corpus::splits_hyphens() const {
    std::size_t alone = 0, inside = 0;
    for (const auto& document : documents_)
        for (const Sentence& sentence : document)
            for (const Token& token : sentence) {
                alone += token.form == "-";
                inside += token.form.size() > 2 && token.form.find('-', 1) < token.form.size() - 1;
            }
    return 2 * inside < alone;
}

AnnotatedText Corpus::text(std::size_t document, Recase recase) const {
    Joiner joiner(splits_hyphens_);
    for (const Sentence& sentence : documents_[document]) {
        joiner.begin_sentence();
        const bool first = &sentence == &documents_[document].front();
        for (std::size_t at = 0; at < sentence.size(); ++at) {
            const std::string& form = sentence[at].form;
            const bool title = recase == Recase::title || (recase == Recase::headline && first);
            const bool hyphen_joins = at > 0 && at + 1 < sentence.size() &&
                                      is_wordy(sentence[at - 1].form) &&
                                      is_wordy(sentence[at + 1].form);
            joiner.add(recased(form, recase == Recase::caps,
                               title && (recase == Recase::title || !stays_small(form))),
                       sentence[at].tag, hyphen_joins);
        }
    }
    return joiner.take();
}

}  // namespace morgue::train
