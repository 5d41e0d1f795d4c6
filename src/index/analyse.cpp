#include "index/analyse.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/article_texts.hpp"
#include "entities/prominence.hpp"
#include "index/story_text.hpp"
#include "index/terms.hpp"
#include "index/word_table.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

constexpr std::uint32_t headline_weight = 2;  // a word of the headline counts as so many

std::uint32_t weight(Field::Id field) {
    return field == Field::Id::headline ? headline_weight : 1;
}

// Adds boolean terms, each once.
class BooleanTerms {
public:
    explicit BooleanTerms(Entry& entry) : entry_(entry) {}

    // False if it is there already.
    bool add(const std::string& term) {
        const bool is_new = seen_.insert(term).second;
        if (is_new) entry_.add_term({}, term, 0);
        return is_new;
    }
    void value(Field::Id field, std::string_view value) {
        if (value.empty()) return;
        add(value_term(field, value));
        known(field);
        if (morgue::field(field).facet) facet(field, value);
    }
    void facet(Field::Id field, std::string_view value) {
        for (const Entry::FacetValue& each : entry_.facets)
            if (each.field == field && each.value == value) return;
        entry_.facets.push_back({field, std::string(value)});
    }
    // Found by the whole name, a person by any part of it, too. One value a name key.
    void entity(const Entity& entity, bool prominent) {
        const Field::Id field = field_of(entity.kind);
        const std::string key = text::name_key(entity.name);
        if (key.empty()) return;
        known(field);
        if (add(name_term(field, key)))
            entry_.facets.push_back({field, entity.name, prominent});
        else
            make_prominent(field, key);
        if (entity.kind != Entity::Kind::person) return;
        text::Words parts(entity.name);
        while (const text::Word* part = parts.next()) add(value_term(field, part->folded));
    }
    // "Americas/Caribbean/Cuba": all that it is part of counts; found by the way or the last name.
    void region(std::string_view way) {
        for (std::size_t end = 0, begin = 0; end < way.size(); begin = end + 1) {
            end = std::min(way.find('/', begin), way.size());
            value(Field::Id::region, way.substr(0, end));
            add(value_term(Field::Id::region, way.substr(begin, end - begin)));
        }
    }
    void known(Field::Id field) {
        add(std::string(morgue::field(Field::Id::has).prefix) +
            std::string(morgue::field(field).name));
    }

private:
    // Who is named in two ways is named twice.
    void make_prominent(Field::Id field, const std::string& key) {
        for (Entry::FacetValue& each : entry_.facets)
            if (each.field == field && text::name_key(each.value) == key) each.prominent = true;
    }

    Entry& entry_;
    std::set<std::string> seen_;
};

void add_language(const Article& article, BooleanTerms& terms) {
    terms.value(Field::Id::language, article.language);
    const std::string_view primary =
        std::string_view(article.language).substr(0, article.language.find('-'));
    if (!primary.empty()) terms.add(value_term(Field::Id::language, primary));
}

void add_entities(const Article& article, BooleanTerms& terms) {
    const entities::Prominence prominence(article);
    for (const Entity& entity : article.entities) {
        terms.entity(entity, prominence.holds(entity));
        terms.value(Field::Id::country, entity.country);
        terms.region(entity.region);
    }
}

void add_dates(const Article& article, Entry& entry, BooleanTerms& terms) {
    if (article.published) {
        const Date& date = *article.published;
        entry.values.push_back({Slot::date_first, encode_time(date.first())});
        if (date.first() != date.last())
            entry.values.push_back({Slot::date_last, encode_time(date.last())});
        terms.known(Field::Id::date);
        terms.value(Field::Id::year, date.iso().substr(0, 4));
        if (date.precision >= Date::Precision::month)
            terms.value(Field::Id::month, date.iso().substr(0, 7));
    }
    if (article.updated) {
        entry.values.push_back({Slot::updated_at, encode_time(article.updated->first())});
        terms.known(Field::Id::updated);
    }
}

void add_values(const Article& article, Entry& entry) {
    BooleanTerms terms(entry);
    for (const Field::Id field : text_fields)
        if (!core::text_of(article, field).empty()) terms.known(field);
    for (const std::string& author : article.authors) terms.value(Field::Id::author, author);
    for (const std::string& keyword : article.keywords) terms.value(Field::Id::keyword, keyword);
    terms.value(Field::Id::source, article.source);
    terms.value(Field::Id::section, article.section);
    terms.value(Field::Id::format, article.format);
    terms.value(Field::Id::located, article.located);
    if (!article.guid.empty()) terms.known(Field::Id::guid);
    if (!article.url.empty()) terms.known(Field::Id::url);
    add_language(article, terms);
    add_entities(article, terms);
    add_dates(article, entry, terms);
    entry.values.push_back({Slot::word_count, encode_number(entry.words)});
}

// What queries ask of a place besides its words: see Mark.
class Marks {
public:
    void clear() {
        for (auto& positions : positions_) positions.clear();
    }

    void begin_field() { end_ = none; }

    // `word` of `text` stands at `position`.
    void add(std::string_view text, const text::Word& word, std::uint32_t position) {
        if (word.capital) {
            put(Mark::capital, position);
            if (!word.small) put(Mark::capitals, position);
        }
        if (end_ == none)
            begin_after(text::Break::paragraph, position);
        else if (word.begin > end_ + 1)  // more than a blank
            begin_after(text::break_between(text, begin_, end_, word.begin), position);
        begin_ = word.begin;
        end_ = word.end;
    }

    void emit(Entry& entry) const {
        for (std::size_t mark = 0; mark < positions_.size(); ++mark) {
            const auto& positions = positions_[mark];
            if (positions.empty()) continue;
            entry.add_term({}, mark_terms[mark], 0, std::uint32_t(entry.positions.size()),
                           std::uint32_t(positions.size()));
            entry.positions.insert(entry.positions.end(), positions.begin(), positions.end());
        }
    }

private:
    static constexpr std::size_t none = std::size_t(-1);

    void begin_after(text::Break ended, std::uint32_t position) {
        if (ended == text::Break::none) return;
        put(Mark::sentence, position);
        if (ended == text::Break::paragraph) put(Mark::paragraph, position);
    }
    void put(Mark mark, std::uint32_t position) {
        positions_[std::size_t(mark)].push_back(position);
    }

    std::array<std::vector<std::uint32_t>, std::size_t(Mark::count)> positions_;
    std::size_t begin_ = 0, end_ = none;  // of the word before
};

}  // namespace

struct Analyser::Impl {
    struct Token {
        std::uint32_t word, position;
    };

    WordTable words, stems;
    Marks marks;
    std::vector<Token> tokens;
    story::Sketcher sketcher;
    std::map<std::string, Stemmer, std::less<>> stemmers;

    Stemmer& stemmer(const std::string& language) {
        return stemmers.try_emplace(language, language).first->second;
    }

    // What a field's words are to the sketch of the article.
    using Sketch = void (story::Sketcher::*)(std::uint32_t word);
    static Sketch sketch_with(const Article& article, Field::Id field) {
        if (field == Field::Id::headline) return &story::Sketcher::heading;
        return &core::text_of(article, field) == &story_text(article) ? &story::Sketcher::text
                                                                      : nullptr;
    }

    // Reads one field's words into the tables.
    std::uint32_t read(std::string_view text, std::size_t field_index, Sketch sketch) {
        auto [position, last] = positions_of(text_fields[field_index]);
        std::uint32_t count = 0;
        text::Words all(text);
        marks.begin_field();
        while (const text::Word* word = all.next()) {
            const std::uint32_t id = words.intern(word->folded);
            WordTable::Item& item = words[id];
            item.stemmable |= word->stemmable;
            ++item.counts[field_index];
            ++count;
            if (sketch) (sketcher.*sketch)(item.hash);
            if (position > last) continue;  // too long for its stretch: found, but not by phrase
            ++item.positions;
            marks.add(text, *word, position);
            tokens.push_back({id, position++});
        }
        return count;
    }

    // Counts each stem as often as the words that have it.
    void stem_words(Stemmer& stem) {
        const std::vector<WordTable::Item>& items = words.items();
        constexpr std::size_t stage = 4;  // words between the steps of fetching ahead
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i + 3 * stage < items.size()) stem.fetch_slot(items[i + 3 * stage].hash);
            if (i + 2 * stage < items.size()) stem.fetch_known(items[i + 2 * stage].hash);
            if (i + stage < items.size()) stem.fetch_stem(items[i + stage].hash);
            const WordTable::Item& word = items[i];
            if (!word.stemmable) continue;
            auto& counts =
                stems[stems.intern(stem(words.text(word), word.leading, word.hash))].counts;
            for (std::size_t f = 0; f < counts.size(); ++f) counts[f] += word.counts[f];
        }
    }

    void emit(WordTable& table, std::string_view kind, Entry& entry) {
        std::string prefix;
        for (const WordTable::Item& item : table.items()) {
            const std::string_view text = table.text(item);
            std::uint32_t total = 0;
            for (std::size_t f = 0; f < text_fields.size(); ++f)
                total += item.counts[f] * weight(text_fields[f]);
            entry.add_term(kind, text, total, item.first_position, item.positions);
            for (std::size_t f = 1; f < text_fields.size(); ++f)
                if (item.counts[f])
                    entry.add_term((prefix = kind) += field(text_fields[f]).prefix, text, 0);
            if (!item.counts[0]) entry.add_term((prefix = kind) += not_in_body_prefix, text, 0);
        }
    }

    // Sorts the tokens by word into entry.positions.
    void place_positions(Entry& entry) {
        std::uint32_t start = 0;
        for (WordTable::Item& item : words.items()) {
            item.first_position = start;
            start += item.positions;
        }
        entry.positions.resize(start);
        for (const Token& token : tokens)
            entry.positions[words[token.word].first_position++] = token.position;
        for (WordTable::Item& item : words.items()) item.first_position -= item.positions;
    }

    Entry analyse(const Article& article) {
        words.clear();
        stems.clear();
        tokens.clear();
        marks.clear();
        Entry entry;
        for (std::size_t f = 0; f < text_fields.size(); ++f) {
            const std::uint32_t count = read(core::text_of(article, text_fields[f]), f,
                                             sketch_with(article, text_fields[f]));
            if (text_fields[f] == Field::Id::body) entry.words = count;
        }
        stem_words(stemmer(stem_language(article.language)));
        place_positions(entry);
        entry.terms.reserve(words.items().size() * 2 + 64);
        emit(words, {}, entry);
        emit(stems, stem_prefix, entry);
        marks.emit(entry);
        add_values(article, entry);
        entry.sketch = sketcher.finish();
        entry.sort_terms();
        return entry;
    }
};

Analyser::Analyser() : impl_(std::make_unique<Impl>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;

Entry Analyser::analyse(const Article& article) {
    return impl_->analyse(article);
}

void Analyser::finish(Entry& entry, Seq seq, std::chrono::sys_seconds added) {
    entry.seq = seq;
    entry.values.push_back({Slot::added_at, encode_time(added)});
    std::sort(entry.values.begin(), entry.values.end(),
              [](const auto& a, const auto& b) { return a.slot < b.slot; });
}

}  // namespace morgue::index
