#include "index/compile.hpp"

#include <algorithm>
#include <memory>

#include "entities/atlas.hpp"
#include "index/asked_name.hpp"
#include "index/place_of.hpp"
#include "index/place_source.hpp"
#include "index/posting_sources.hpp"
#include "index/queries.hpp"
#include "index/question.hpp"
#include "index/ranking.hpp"
#include "index/terms.hpp"
#include "index/word_queries.hpp"
#include "text/patterns.hpp"
#include "text/wildcards.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

using query::Expr;
using query::InField;
using query::overload;
using Xapian::Query;

class Compiler {
public:
    Compiler(const Xapian::Database& database, const CompileOptions& options)
        : database_(database),
          options_(options),
          lexicon_({database, options.segments}, options.languages),
          words_(database, options.segments, lexicon_) {}

    Compiled run(const Expr& expr) {
        compiled_.query = compile(expr);
        compiled_.as_of = options_.as_of;
        compiled_.problems = std::move(lexicon_.problems);
        compiled_.widenings = std::move(lexicon_.widenings);
        return std::move(compiled_);
    }

private:
    // ---- candidates: articles that have the words, wherever they stand

    // A word of a phrase.
    Query part(InField field, const text::WildWord& pattern) {
        return words_.one_of(field, pattern.wild ? lexicon_.like(field, pattern.folded)
                                                 : std::vector<std::string>{pattern.folded});
    }

    Query candidates(const query::Word& word) {
        text::Words all(word.text);
        const text::Word* first = all.next();
        if (!first) return everything();
        const Query found = words_.one_word(word.field, *first, word.exact);
        return all.next() ? every_part(word.field, text::wild_words(word.text)) : found;
    }

    Query candidates(const query::Phrase& phrase) {
        return every_part(phrase.field, text::wild_words(phrase.text));
    }

    Query every_part(InField field, const std::vector<text::WildWord>& parts) {
        std::vector<Query> of;
        for (const text::WildWord& each : parts) of.push_back(part(field, each));
        return any_of(of, Query::OP_AND);
    }

    Query candidates(const query::Wildcard& wildcard) {
        return part(wildcard.field, text::wild_words(wildcard.pattern).front());
    }

    Query candidates(const query::Fuzzy& fuzzy) {
        return words_.one_of(
            fuzzy.field, lexicon_.near(fuzzy.field, text::words(fuzzy.text).front(), fuzzy.edits));
    }

    Query candidates(const query::Near& near) {
        const Query left = candidates(near.of[0]);
        return near.negated ? left : Query(Query::OP_AND, left, candidates(near.of[1]));
    }

    Query candidates(const query::Any& any) { return compile(any); }

    template <typename Node>
    Query candidates(const Node& node) {
        const Expr* inside = nullptr;
        if constexpr (requires { node.of.front(); }) inside = &node.of.front();
        return inside ? candidates(*inside) : compile(node);
    }

    Query candidates(const Expr& expr) {
        return std::visit([&](const auto& node) { return candidates(node); }, expr.node);
    }

    // ---- places

    // The candidates in which the words stand as they must.
    Query standing(const Expr& expr, std::uint32_t times = 1) {
        auto condition = std::make_shared<PlaceCondition>();
        condition->place = place_of(expr, lexicon_);
        condition->times = times;
        number_leaves(condition->place);
        compiled_.weighted = true;
        return Query(Query::OP_FILTER, candidates(expr),
                     source<PlaceSource>(std::move(condition), options_.segments));
    }

    Query compile(const query::Word& word) {
        compiled_.weighted = true;
        const std::vector<text::WildWord> parts = text::wild_words(word.text);
        if (parts.size() > 1) return phrase(word.field, parts, {word});
        return needs_positions(word.field) ? standing({word}) : candidates(word);
    }

    Query compile(const query::Phrase& phrase_) {
        const std::vector<text::WildWord> parts = text::wild_words(phrase_.text);
        compiled_.weighted = true;
        return phrase_.within ? standing({phrase_}) : phrase(phrase_.field, parts, {phrase_});
    }

    // A phrase in all fields is what Xapian knows.
    Query phrase(InField field, const std::vector<text::WildWord>& parts, const Expr& expr) {
        const bool wild =
            std::any_of(parts.begin(), parts.end(), [](const auto& p) { return p.wild; });
        if (parts.size() == 1 && !needs_positions(field)) return part(field, parts.front());
        if (field || wild || words_.read_tables()) return standing(expr);
        std::vector<Query> of;  // words themselves, whose positions Xapian reads
        for (const text::WildWord& each : parts) of.emplace_back(each.folded);
        return Query(Query::OP_PHRASE, of.begin(), of.end());
    }

    Query compile(const query::Wildcard& wildcard) {
        compiled_.weighted = true;
        return needs_positions(wildcard.field) ? standing({wildcard}) : candidates(wildcard);
    }

    Query compile(const query::Fuzzy& fuzzy) {
        compiled_.weighted = true;
        return needs_positions(fuzzy.field) ? standing({fuzzy}) : candidates(fuzzy);
    }

    Query compile(const query::Near& near) { return standing({near}); }
    Query compile(const query::Cased& cased) { return standing({cased}); }
    Query compile(const query::First& first) { return standing({first}); }
    Query compile(const query::AtLeast& at_least) {
        return standing(at_least.of.front(), at_least.times);
    }

    // ---- conditions

    // As the index spells it: "$3.5 million" is USD 3500000, Holland the Netherlands.
    static std::string spelt(Field::Id field, const std::string& text) {
        if (field == Field::Id::country) return entities::country_called(text);
        if (field != Field::Id::pattern) return text;
        const auto read = text::find_patterns({text}, {});
        return read.size() == 1 ? read.front() : text;
    }

    Query values_of(Field::Id field, const std::string& text) {
        if (text.find('*') == text.npos) return Query(value_term(field, spelt(field, text)));
        std::vector<Query> of;
        for (const std::string& value : lexicon_.values_like(field, value_pattern(field, text)))
            of.emplace_back(word_prefix(field) + value);
        return of.empty() ? Query() : any_of(of);
    }

    // By any of its names.
    Query entity(Field::Id field, const std::string& name) {
        const AskedName asked(field, name, options_.corrections);
        std::vector<Query> of{values_of(field, name)};
        if (!asked.reach().lost.empty()) of.front() = still_named(of.front(), field, asked);
        Widening widening{std::string(morgue::field(field).name) + ':' + name, {}, 0};
        const auto add = [&](Field::Id other, const std::string& key) {
            of.emplace_back(name_term(other, key));
            widening.words.push_back(key);
        };
        for (const auto& [kind, key] : asked.reach().also) add(field_of(kind), key);
        if (const auto surname = asked.lone_surname(database_)) add(field, *surname);
        widening.total = widening.words.size();
        if (widening.total > 0) lexicon_.widenings.push_back(std::move(widening));
        return any_of(of);
    }

    // By a name that has not been taken away.
    Query still_named(const Query& found, Field::Id field, const AskedName& asked) const {
        auto condition = std::make_shared<const ValueSource::Condition>(
            [asked](std::string_view name) { return asked.is_in(name); });
        return Query(Query::OP_FILTER, found,
                     source<ValueSource>(options_.columns, field, std::move(condition)));
    }

    Query compile(const query::Value& value) {
        switch (value.field) {
            case Field::Id::entity: {
                std::vector<Query> of;
                for (const Field::Id each :
                     {Field::Id::person, Field::Id::organisation, Field::Id::place})
                    of.push_back(entity(each, value.text));
                return unweighted(any_of(of));
            }
            case Field::Id::person:
            case Field::Id::organisation:
            case Field::Id::place:
                return unweighted(entity(value.field, value.text));
            case Field::Id::id:
            case Field::Id::guid:
            case Field::Id::url:
            case Field::Id::path:
            case Field::Id::label:
            case Field::Id::note:
                return looked_up(value.field, value.text);
            default:
                return unweighted(values_of(value.field, value.text));
        }
    }

    // What only the article store knows.
    Query looked_up(Field::Id field, const std::string& text) {
        return articles(options_.look_up ? options_.look_up(field, text) : std::vector<Seq>{});
    }

    static Query articles(std::vector<Seq> seqs) {
        std::sort(seqs.begin(), seqs.end());
        if (seqs.empty()) return Query();
        return unweighted(
            source<SeqSource>(std::make_shared<const std::vector<Seq>>(std::move(seqs))));
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
        if (numbers.field == Field::Id::copies) return copies(numbers);
        return unweighted(Query(Query::OP_VALUE_RANGE, Slot::word_count,
                                encode_number(numbers.from.value_or(0)),
                                encode_number(numbers.to.value_or(UINT64_MAX))));
    }

    // Which articles are copies changes long after they were indexed, so the store knows.
    Query copies(const query::Numbers& numbers) {
        const auto with = [&](std::uint64_t from, std::uint64_t to) {
            return articles(options_.copies && from <= to ? options_.copies(from, to)
                                                          : std::vector<Seq>{});
        };
        const std::uint64_t from = numbers.from.value_or(0), to = numbers.to.value_or(UINT64_MAX);
        if (from > 0) return with(from, to);
        return to == UINT64_MAX ? everything() : except(everything(), with(to + 1, UINT64_MAX));
    }

    Query compile(const query::Has& has) {
        if (has.of == Field::Id::lead) return compile(query::Has{Field::Id::body});
        if (has.of == Field::Id::hlead)
            return Query(Query::OP_OR, compile(query::Has{Field::Id::headline}),
                         compile(query::Has{Field::Id::body}));
        if (has.of == Field::Id::label || has.of == Field::Id::note) return looked_up(has.of, "*");
        const morgue::Field& flag = field(Field::Id::has);
        return unweighted(Query(std::string(flag.prefix) + std::string(field(has.of).name)));
    }

    Query compile(const query::Everything&) { return everything(); }

    // What was not resolved is no condition: query::resolve() told so.
    Query compile(const query::Saved&) { return everything(); }

    // ---- groups

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
        Alternatives found(words_);
        std::vector<std::string> question;
        for (const Expr& each : any.of) {
            const auto* word = std::get_if<query::Word>(&each.node);
            if (options_.question && word && !word->field && !word->exact)
                question.push_back(word->text);
            else if (word && !word->field)
                add_word(*word, found);
            else
                found.add(compile(each));
        }
        if (!question.empty()) found.add(ask(question));
        return found.take();
    }

    void add_word(const query::Word& word, Alternatives& to) {
        text::Words all(word.text);
        const text::Word* first = all.next();
        if (!first || text::wild_words(word.text).size() > 1) return to.add(compile(word));
        compiled_.weighted = true;
        to.add(*first, word.exact);
    }

    // Words that are alternatives: a stop word only ranks what the others find.
    Query ask(const std::vector<std::string>& texts) {
        compiled_.weighted = true;
        Alternatives telling(words_), stops(words_);
        for (const QuestionWord& word : question_words(
                 texts, [&](const std::string& joined) { return database_.term_exists(joined); })) {
            const text::Word typed{word.folded, 0, 0, word.stemmable};
            Alternatives& words = word.stop ? stops : telling;
            words.add(typed, false, word.weight);
            words.add(typed, true, word.weight * ranking::exact_word);
        }
        if (stops.empty()) return telling.take();
        if (telling.empty()) return stops.take();
        return Query(Query::OP_AND_MAYBE, telling.take(), stops.take());
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
    Lexicon lexicon_;
    WordQueries words_;
    Compiled compiled_;
};

}  // namespace

Compiled compile(const Expr& expr, const Xapian::Database& database,
                 const CompileOptions& options) {
    return Compiler(database, options).run(expr);
}

}  // namespace morgue::index
