#include "search/suggest.hpp"

#include <map>

#include "index/spelling.hpp"
#include "index/terms.hpp"
#include "query/parse.hpp"
#include "text/words.hpp"

namespace morgue::search {

namespace {

constexpr std::size_t most_words = 20;  // of a query, looked up in the vocabulary
constexpr std::size_t most_parts = 20;

// Words and names to be put for others, by their folded words.
class Speller {
public:
    Speller(const index::Snapshot& snapshot, const Finds& finds)
        : snapshot_(snapshot), finds_(finds) {}

    void visit(const query::Expr& expr) {
        if (const auto* word = std::get_if<query::Word>(&expr.node)) {
            for (const std::string& each : text::words(word->text)) look_up(each);
        } else if (const auto* phrase = std::get_if<query::Phrase>(&expr.node)) {
            for (const std::string& each : text::words(phrase->text)) look_up(each);
        } else if (const auto* value = std::get_if<query::Value>(&expr.node)) {
            if (field(value->field).kind == Field::Kind::entity) look_up(*value);
        } else if (!std::holds_alternative<query::Not>(expr.node)) {
            if (const auto* of = query::operands(expr))
                for (const query::Expr& each : *of) visit(each);
        }
    }

    // The query with what was found put in its place, all else as it was typed.
    std::string apply(const std::string& query) const {
        std::string out;
        std::size_t copied = 0;
        text::Words all(query);
        while (const text::Word* word = all.next()) {
            const auto found = better_.find(std::string(word->folded));
            if (found == better_.end() || word->begin < copied) continue;
            out.append(query, copied, word->begin - copied).append(found->second);
            copied = word->end;
        }
        return copied == 0 ? std::string() : out.append(query, copied);
    }

private:
    void look_up(const std::string& word) {
        if (looked_up_++ >= most_words || better_.contains(word)) return;
        if (finds_({query::Word{std::nullopt, word, false}})) return;
        if (std::string near = index::likely_word(snapshot_, word); !near.empty())
            better_[word] = std::move(near);
    }

    // A name is spelt anew word by word, if it keeps its number of words.
    void look_up(const query::Value& value) {
        if (looked_up_++ >= most_words || finds_({value})) return;
        for (const Field::Id id : {Field::Id::person, Field::Id::organisation, Field::Id::place}) {
            if (value.field != Field::Id::entity && value.field != id) continue;
            const auto typed = text::words(value.text);
            const auto near = text::words(index::likely_name(snapshot_, id, value.text));
            if (near.size() != typed.size()) continue;
            for (std::size_t i = 0; i < typed.size(); ++i)
                if (near[i] != typed[i]) better_[typed[i]] = near[i];
            return;
        }
    }

    const index::Snapshot& snapshot_;
    const Finds& finds_;
    std::map<std::string, std::string> better_;
    std::size_t looked_up_ = 0;
};

}  // namespace

std::string respelt(const std::string& query, const query::Expr& expr,
                    const index::Snapshot& snapshot, const Finds& finds) {
    Speller speller(snapshot, finds);
    speller.visit(expr);
    return speller.apply(query);
}

std::vector<QueryPart> parts_of(const query::Expr& expr, const Count& count) {
    const auto* all = std::get_if<query::All>(&expr.node);
    if (!all || all->of.size() < 2 || all->of.size() > most_parts) return {};
    std::vector<QueryPart> out;
    for (const query::Expr& part : all->of) out.push_back({query::print(part), count(part)});
    return out;
}

}  // namespace morgue::search
