#include "index/compile.hpp"

#include <algorithm>
#include <memory>

#include "index/posting_sources.hpp"
#include "index/question.hpp"
#include "index/ranking.hpp"
#include "index/terms.hpp"
#include "index/vocabulary.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

using query::Expr;
using query::InField;
using query::overload;
using Xapian::Query;

Query unweighted(const Query& query) {
    return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}
Query everything() {
    return unweighted(Query::MatchAll);
}
Query any_of(const std::vector<Query>& of, Query::op op = Query::OP_OR) {
    return of.size() == 1 ? of.front() : Query(op, of.begin(), of.end());
}

std::string prefix_of(InField field) {
    return field ? std::string(morgue::field(*field).prefix) : std::string();
}

class Compiler {
public:
    Compiler(const Xapian::Database& database, const CompileOptions& options)
        : database_(database), options_(options) {
        for (const std::string& language : options.languages) stemmers_.emplace_back(language);
    }

    Compiled run(const Expr& expr) {
        compiled_.query = compile(expr);
        return std::move(compiled_);
    }

private:
    // ---- words

    // The word's stems in every language, those that the index knows.
    std::vector<std::string> stems(const std::string& prefix, std::string_view word) {
        std::vector<std::string> out;
        for (Stemmer& stemmer : stemmers_) {
            std::string term = std::string(stem_prefix) + prefix;
            term += stemmer(word);
            if (std::find(out.begin(), out.end(), term) == out.end()) out.push_back(term);
        }
        if (out.size() > 1)
            std::erase_if(out,
                          [&](const std::string& term) { return !database_.term_exists(term); });
        return out;
    }

    // A term of plain words; within the body only, those are left out that stand elsewhere only.
    Query term(InField field, const std::string& kind, const std::string& text) {
        const Query found(kind + prefix_of(field) + text);
        if (field != Field::Id::body) return found;
        return Query(Query::OP_AND_NOT, found,
                     Query(kind + std::string(not_in_body_prefix) + text));
    }

    Query one_word(InField field, const text::Word& word, bool exact) {
        compiled_.weighted = true;
        const std::string folded(word.folded);
        if (exact || !word.stemmable) return term(field, "", folded);
        std::vector<Query> of;
        const std::string prefix = prefix_of(field);
        for (const std::string& stem : stems(prefix, folded))
            of.push_back(term(field, std::string(stem_prefix),
                              stem.substr(stem_prefix.size() + prefix.size())));
        if (of.empty()) return term(field, "", folded);
        return any_of(of, Query::OP_SYNONYM);
    }

    Query compile(const query::Word& word) {
        text::Words all(word.text);
        const text::Word* first = all.next();
        if (!first) return everything();
        Query found = one_word(word.field, *first, word.exact);
        const std::vector<std::string> words = text::words(word.text);
        return words.size() == 1 ? found : phrase(word.field, words);
    }

    // ---- phrases and distances

    Query phrase(InField field, const std::vector<std::string>& words) {
        if (words.size() == 1) return term(field, "", words.front());
        std::vector<std::vector<std::string>> sides;
        for (const std::string& word : words) sides.push_back({word});
        return together(field, std::move(sides), std::uint32_t(words.size()) - 1, true);
    }

    Query compile(const query::Phrase& phrase_) {
        compiled_.weighted = true;
        const std::vector<std::string> words = text::words(phrase_.text);
        if (!phrase_.within || words.size() < 2) return phrase(phrase_.field, words);
        std::vector<std::vector<std::string>> sides;
        for (const std::string& word : words) sides.push_back({word});
        return together(phrase_.field, std::move(sides), *phrase_.within, false);
    }

    // One of each side's words, at most `span` positions from the first to the last.
    Query together(InField field, std::vector<std::vector<std::string>> sides, std::uint32_t span,
                   bool ordered) {
        std::vector<Query> found;
        for (const auto& words : sides) {
            std::vector<Query> of;
            for (const std::string& word : words)
                of.push_back(field ? term(field, "", word) : Query(word));
            found.push_back(any_of(of));
        }
        if (!field)
            return Query(ordered ? Query::OP_PHRASE : Query::OP_NEAR, found.begin(), found.end(),
                         span + 1);
        // A field's words have no positions of their own: the plain ones are checked in its
        // stretch.
        auto source = std::make_unique<ProximitySource>(
            Proximity{std::move(sides), span, ordered, positions_of(*field)});
        return Query(Query::OP_FILTER, Query(Query::OP_AND, found.begin(), found.end()),
                     Query(source.release()->release()));
    }

    // The plain words an operand of NEAR stands for.
    std::vector<std::string> near_words(const Expr& expr) {
        std::vector<std::string> out;
        if (const auto* word = std::get_if<query::Word>(&expr.node)) {
            text::Words all(word->text);
            const text::Word* first = all.next();
            if (!first) return out;
            if (!word->exact && first->stemmable) return forms(std::string(first->folded));
            out.emplace_back(first->folded);
        } else if (const auto* any = std::get_if<query::Any>(&expr.node)) {
            for (const Expr& each : any->of)
                for (std::string& word_ : near_words(each)) out.push_back(std::move(word_));
        }
        return out;
    }

    // The words of the index that share a stem with this one. A stem keeps the beginning of its
    // word but for a letter or two at its end (happi, dying -> die).
    std::vector<std::string> forms(const std::string& word) {
        std::vector<std::string> out;
        for (Stemmer& stemmer : stemmers_) {
            const std::string stem(stemmer(word));
            const std::string begin = stem.substr(
                0, std::max<std::size_t>(2, stem.size() - std::min<std::size_t>(2, stem.size())));
            for (const std::string& near : words_beginning(database_, "", begin, 20'000).words)
                if (stemmer(near) == stem) out.push_back(near);
        }
        if (out.empty()) out.push_back(word);
        return out;
    }

    Query compile(const query::Near& near) {
        compiled_.weighted = true;
        std::vector<std::vector<std::string>> sides;
        for (const Expr& side : near.of) {
            sides.push_back(near_words(side));
            count_expansion(sides.back().size());
            if (sides.back().empty()) return Query();
        }
        return together(field_of(near.of.front()), std::move(sides), near.distance, near.ordered);
    }

    static InField field_of(const Expr& expr) {
        if (const auto* any = std::get_if<query::Any>(&expr.node)) return field_of(any->of.front());
        const auto* word = std::get_if<query::Word>(&expr.node);
        return word ? word->field : std::nullopt;
    }

    Query compile(const query::Prefix& prefix) {
        compiled_.weighted = true;
        const std::vector<std::string> stem = text::words(prefix.stem);
        const std::string before = prefix.field == Field::Id::body ? "" : prefix_of(prefix.field);
        const Expansion found = words_beginning(database_, before, stem.front(), max_expansion);
        if (found.total > max_expansion)
            compiled_.problems.push_back(
                {"expansion-capped", "",
                 prefix.stem + "* stands for " + std::to_string(found.total) + " words; the " +
                     std::to_string(max_expansion) + " most frequent are searched",
                 "write more letters before the *", 0, 0});
        count_expansion(found.words.size());
        std::vector<Query> of;
        for (const std::string& word : found.words) of.push_back(term(prefix.field, "", word));
        return of.empty() ? Query() : any_of(of, Query::OP_SYNONYM);
    }

    void count_expansion(std::size_t words) {
        expansion_ += words;
        if (expansion_ > 4 * max_expansion)
            throw Error(Error::Kind::query, "the query stands for too many words",
                        "write more letters before each *");
    }

    // ---- conditions

    Query values_of(Field::Id field, const std::string& text) {
        return Query(value_term(field, text));
    }

    Query compile(const query::Value& value) {
        switch (value.field) {
            case Field::Id::entity: {
                std::vector<Query> of;
                for (const Field::Id each :
                     {Field::Id::person, Field::Id::organisation, Field::Id::place})
                    of.push_back(values_of(each, value.text));
                return unweighted(any_of(of));
            }
            case Field::Id::id:
            case Field::Id::guid:
            case Field::Id::url:
            case Field::Id::path:
                return articles(options_.look_up ? options_.look_up(value.field, value.text)
                                                 : std::vector<Seq>{});
            default:
                return unweighted(values_of(value.field, value.text));
        }
    }

    static Query articles(std::vector<Seq> seqs) {
        std::sort(seqs.begin(), seqs.end());
        if (seqs.empty()) return Query();
        auto source =
            std::make_unique<SeqSource>(std::make_shared<const std::vector<Seq>>(std::move(seqs)));
        return unweighted(Query(source.release()->release()));
    }

    Query compile(const query::Dates& dates) {
        const Field::Id field = dates.field;
        if (dates.none) return except(everything(), compile(query::Has{field}));
        const auto slot = field == Field::Id::date      ? Slot::date_first
                          : field == Field::Id::updated ? Slot::updated_at
                                                        : Slot::added_at;
        std::vector<Query> of;
        if (dates.range.from) {
            const std::string from = encode_time(dates.range.from->first());
            Query starts(Query::OP_VALUE_GE, slot, from);
            // a date known to the month overlaps a range that begins inside it
            if (slot == Slot::date_first)
                starts =
                    Query(Query::OP_OR, starts, Query(Query::OP_VALUE_GE, Slot::date_last, from));
            of.push_back(starts);
        }
        if (dates.range.to) {
            of.push_back(Query(Query::OP_VALUE_LE, slot, encode_time(dates.range.to->last())));
            // an absent value is less than any
            if (!dates.range.from)
                of.push_back(Query(Query::OP_VALUE_GE, slot, std::string(1, '\0')));
        }
        return unweighted(any_of(of, Query::OP_AND));
    }

    Query compile(const query::Numbers& numbers) {
        return unweighted(Query(Query::OP_VALUE_RANGE, Slot::word_count,
                                encode_number(numbers.from.value_or(0)),
                                encode_number(numbers.to.value_or(UINT64_MAX))));
    }

    Query compile(const query::Has& has) {
        const morgue::Field& flag = field(Field::Id::has);
        return unweighted(Query(std::string(flag.prefix) + std::string(field(has.of).name)));
    }

    Query compile(const query::Everything&) { return everything(); }

    // ---- groups

    static Query except(const Query& left, const Query& right) {
        return Query(Query::OP_AND_NOT, left, right);
    }

    Query compile(const query::All& all) {
        std::vector<Query> needed, excluded;
        for (const Expr& each : all.of) {
            if (const auto* no = std::get_if<query::Not>(&each.node))
                excluded.push_back(compile(no->of.front()));
            else
                needed.push_back(compile(each));
        }
        const Query matched = needed.empty() ? everything() : any_of(needed, Query::OP_AND);
        return excluded.empty() ? matched : except(matched, any_of(excluded));
    }

    Query compile(const query::Any& any) {
        std::vector<Query> queries;
        std::vector<std::string> question;
        for (const Expr& each : any.of) {
            const auto* word = std::get_if<query::Word>(&each.node);
            if (options_.question && word && !word->field && !word->exact)
                question.push_back(word->text);
            else
                queries.push_back(compile(each));
        }
        if (!question.empty()) queries.push_back(ask(question));
        return any_of(queries);
    }

    // Words that are alternatives: a stop word only ranks what the others find.
    Query ask(const std::vector<std::string>& texts) {
        std::vector<Query> telling, stops;
        for (const QuestionWord& word : question_words(
                 texts, [&](const std::string& joined) { return database_.term_exists(joined); })) {
            const text::Word typed{word.folded, 0, 0, word.stemmable};
            const Query stem = one_word(std::nullopt, typed, false);
            const Query exact(Query::OP_SCALE_WEIGHT, Query(word.folded), ranking::exact_word);
            (word.stop ? stops : telling)
                .push_back(
                    Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, stem, exact), word.weight));
        }
        if (stops.empty()) return any_of(telling);
        if (telling.empty()) return any_of(stops);
        return Query(Query::OP_AND_MAYBE, any_of(telling), any_of(stops));
    }

    Query compile(const query::Not& no) { return except(everything(), compile(no.of.front())); }

    Query compile(const query::Prefer& prefer) {
        return Query(Query::OP_AND_MAYBE, compile(prefer.of[0]), compile(prefer.of[1]));
    }

    Query compile(const Expr& expr) {
        return std::visit([&](const auto& node) { return compile(node); }, expr.node);
    }

    const Xapian::Database& database_;
    const CompileOptions& options_;
    std::vector<Stemmer> stemmers_;
    Compiled compiled_;
    std::size_t expansion_ = 0;
};

}  // namespace

Compiled compile(const Expr& expr, const Xapian::Database& database,
                 const CompileOptions& options) {
    return Compiler(database, options).run(expr);
}

}  // namespace morgue::index
