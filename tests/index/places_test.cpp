// Every operator against a slow, obvious version of itself, on every small text.
#include "index/places.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace morgue;
using namespace morgue::index;

namespace {

using Case = query::Cased::Case;
using Unit = query::Near::Unit;

// An article of one-letter words: a capital is a capital, . ends a sentence, / a paragraph. Its
// headline stands before the :
struct Text {
    explicit Text(const std::string& written) {
        const std::size_t colon = written.find(':');
        read(written.substr(colon + 1), 1);
        read(written.substr(0, colon), positions_of(Field::Id::headline).first);
    }

    struct Word {
        char letter;
        std::uint32_t position;
        int field, sentence, paragraph;
        bool capital;
    };
    std::vector<Word> words;

private:
    void read(const std::string& written, std::uint32_t position) {
        ++field_, ++sentence_, ++paragraph_;
        for (const char c : written) {
            if (c == '.') ++sentence_;
            if (c == '/') ++sentence_, ++paragraph_;
            if (!std::isalpha(static_cast<unsigned char>(c))) continue;
            words.push_back({char(c | 32), position++, field_, sentence_, paragraph_, c < 'a'});
        }
    }
    int field_ = 0, sentence_ = 0, paragraph_ = 0;
};

class TextReader : public PositionReader {
public:
    explicit TextReader(const Text& text) : text_(text) {
        int sentence = 0, paragraph = 0;
        for (const Text::Word& word : text.words) {
            if (word.sentence != sentence) marks_[0].push_back(word.position);
            if (word.paragraph != paragraph) marks_[1].push_back(word.position);
            if (word.capital)
                marks_[2].push_back(word.position), marks_[3].push_back(word.position);
            sentence = word.sentence;
            paragraph = word.paragraph;
        }
    }
    Positions words(const Place& leaf, PositionRange within) override {
        Positions out;
        for (const Text::Word& word : text_.words)
            for (const std::string& wanted : leaf.words)
                if (wanted[0] == word.letter && word.position >= within.first &&
                    word.position <= within.last)
                    out.push_back(word.position);
        return out;
    }
    const Positions& marks(Mark mark) override { return marks_[std::size_t(mark)]; }

    PositionStream& stream(const Place& leaf) override {
        return streams_.try_emplace(leaf.leaf, words(leaf, {0, UINT32_MAX})).first->second;
    }
    PositionStream& stream(Mark mark) override {
        return streams_.try_emplace(1000 + std::size_t(mark), marks(mark)).first->second;
    }

private:
    struct Stream : PositionStream {
        explicit Stream(Positions positions) : left(std::move(positions)) {}
        std::uint32_t skip_to(std::uint32_t least) override {
            left.erase(left.begin(), std::lower_bound(left.begin(), left.end(), least));
            return left.empty() ? none : left.front();
        }
        Positions left;
    };

    const Text& text_;
    std::map<std::size_t, Stream> streams_;
    std::array<Positions, 4> marks_;
};

// ---- the slow, obvious version: spans are pairs of word numbers, tried one by one

struct Slow {
    const Text& text;

    bool in_field(const Text::Word& word, query::InField field) const {
        if (!field) return true;
        const bool headline = word.field == 2;
        const bool lead = !headline && word.paragraph == 1;
        return *field == Field::Id::headline ? headline
               : *field == Field::Id::lead   ? lead
               : *field == Field::Id::hlead  ? headline || lead
                                             : !headline;
    }

    bool word_at(const Place& leaf, const Text::Word& word) const {
        const bool named = std::any_of(leaf.words.begin(), leaf.words.end(),
                                       [&](const auto& w) { return w[0] == word.letter; });
        const bool written =
            !leaf.letters || (*leaf.letters == Case::none ? !word.capital : word.capital);
        return named && written && in_field(word, leaf.field);
    }

    std::uint32_t position(std::size_t i) const { return text.words[i].position; }
    bool one_field(std::size_t i, std::size_t j) const {
        return text.words[i].field == text.words[j].field;
    }

    // Whether the place holds at exactly the words from i to j.
    bool at(const Place& place, std::size_t i, std::size_t j) const {
        switch (place.kind) {
            case Place::Kind::words:
                return i == j && word_at(place, text.words[i]);
            case Place::Kind::sequence:
                if (j - i + 1 != place.of.size() || !one_field(i, j)) return false;
                for (std::size_t k = i; k <= j; ++k)
                    if (!word_at(place.of[k - i], text.words[k])) return false;
                return true;
            case Place::Kind::any:
                return std::any_of(place.of.begin(), place.of.end(),
                                   [&](const Place& part) { return at(part, i, j); });
            case Place::Kind::first:
                return text.words[j].field == 1 && position(j) <= place.number &&
                       at(place.of[0], i, j);
            case Place::Kind::near:
                return place.near.negated ? at(place.of[0], i, j) && alone(place, i, j)
                                          : joined(place, i, j);
            default:
                return false;
        }
    }

    bool joined(const Place& place, std::size_t i, std::size_t j) const {
        for (std::size_t end = i; end < j; ++end)
            for (std::size_t begin = end + 1; begin <= j; ++begin) {
                if (!within(place.near, i, end, begin, j)) continue;
                if (at(place.of[0], i, end) && at(place.of[1], begin, j)) return true;
                if (!place.near.ordered && at(place.of[1], i, end) && at(place.of[0], begin, j))
                    return true;
            }
        return false;
    }

    // The span i..end before the span begin..j.
    bool within(const query::Near& near, std::size_t i, std::size_t end, std::size_t begin,
                std::size_t j) const {
        if (near.unit == Unit::words) return position(begin) - position(end) <= near.distance;
        if (near.unit == Unit::sentence) return text.words[i].sentence == text.words[j].sentence;
        return text.words[i].paragraph == text.words[j].paragraph;
    }

    // No span of the second part is near i..j, or overlaps it.
    bool alone(const Place& place, std::size_t i, std::size_t j) const {
        for (std::size_t b = 0; b < text.words.size(); ++b)
            for (std::size_t e = b; e < text.words.size(); ++e) {
                if ((b == i && e == j) || !at(place.of[1], b, e)) continue;
                if (b > j && within(place.near, i, j, b, e)) return false;
                if (place.near.ordered || b > j) continue;
                if (e < i && within(place.near, b, e, i, j)) return false;
                if (e >= i && within(place.near, std::min(i, b), std::min(i, b), std::max(j, e),
                                     std::max(j, e)))
                    return false;
                if (e >= i && place.near.unit == Unit::words) return false;
            }
        return true;
    }

    // The most spans from word `from` on that do not overlap.
    std::uint32_t count(const Place& place, std::size_t from = 0) const {
        std::uint32_t most = 0;
        for (std::size_t i = from; i < text.words.size(); ++i)
            for (std::size_t j = i; j < text.words.size(); ++j)
                if (at(place, i, j)) most = std::max(most, 1 + count(place, j + 1));
        return most;
    }
};

// ---- random places

class Places {
public:
    explicit Places(unsigned seed) : dice_(seed) {}

    Place place(int depth) {
        Place out;
        switch (depth > 0 ? roll(7) : 0) {
            case 0:
                return leaf();
            case 1:
                out.kind = Place::Kind::sequence;
                for (int i = 2 + roll(2); i > 0; --i) out.of.push_back(leaf());
                return out;
            case 2:
                out.kind = Place::Kind::any;
                out.of = {place(depth - 1), place(depth - 1)};
                return out;
            case 3:
                out.kind = Place::Kind::first;
                out.of = {place(depth - 1)};
                out.number = std::uint32_t(1 + roll(5));
                return out;
            default:
                out.kind = Place::Kind::near;
                out.near.unit = Unit(roll(3));
                out.near.distance = unsigned(1 + roll(4));
                out.near.ordered = roll(2) == 0;
                out.near.negated = roll(3) == 0;
                out.of = {place(depth - 1), place(depth - 1)};
                return out;
        }
    }

    std::string text() {
        std::string out;
        for (int i = roll(4); i > 0; --i) out += letter();
        out += ':';
        for (int i = roll(9); i > 0; --i) {
            out += letter();
            if (roll(4) == 0) out += roll(2) ? '.' : '/';
        }
        return out;
    }

private:
    int roll(int sides) { return int(dice_() % unsigned(sides)); }
    char letter() { return "abcABC"[roll(6)]; }
    Place leaf() {
        Place out;
        out.words = {std::string(1, char('a' + roll(3)))};
        if (roll(4) == 0) out.words.push_back("c");
        std::sort(out.words.begin(), out.words.end());
        out.words.erase(std::unique(out.words.begin(), out.words.end()), out.words.end());
        constexpr Field::Id fields[] = {Field::Id::headline, Field::Id::body, Field::Id::lead,
                                        Field::Id::hlead};
        if (roll(5) == 0) out.field = fields[roll(4)];
        if (roll(5) == 0) out.letters = Case(roll(3));
        return out;
    }
    std::mt19937 dice_;
};

// Whether both versions find the place so often, for every number of times.
bool agree(const Place& place, const std::string& written) {
    const Text text(written);
    const std::uint32_t count = Slow{text}.count(place);
    for (std::uint32_t times = 1; times <= count + 1; ++times) {
        TextReader reader(text);
        if (holds(place, times, reader) != (times <= count)) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("one operator agrees with its slow version on random texts", "[index]") {
    Places random(17);
    for (int i = 0; i < 40'000; ++i) {
        Place place = random.place(1);
        number_leaves(place);
        const std::string text = random.text();
        if (agree(place, text)) continue;
        INFO(describe(place) << " in " << text);
        REQUIRE(agree(place, text));
    }
}

TEST_CASE("operators inside operators agree with their slow versions", "[index]") {
    Places random(19);
    for (int i = 0; i < 15'000; ++i) {
        Place place = random.place(3);
        number_leaves(place);
        const std::string text = random.text();
        if (agree(place, text)) continue;
        INFO(describe(place) << " in " << text);
        REQUIRE(agree(place, text));
    }
}

TEST_CASE("NEAR, ADJ and their negations agree on every text of five words", "[index]") {
    for (int shape = 0; shape < 24; ++shape) {
        Place place;
        place.kind = Place::Kind::near;
        place.near.unit = Unit(shape % 3);
        place.near.ordered = shape / 3 % 2 == 0;
        place.near.negated = shape / 6 % 2 == 0;
        place.near.distance = unsigned(1 + shape / 12);
        Place a, b;
        a.words = {"a"};
        b.words = {"b"};
        place.of = {a, b};
        number_leaves(place);
        for (int number = 0; number < 6 * 6 * 6 * 6 * 6; ++number) {
            std::string text = ":";
            for (int rest = number, i = 0; i < 5; ++i, rest /= 6)
                text.append(std::string("abcABC").substr(std::size_t(rest % 3), 1))
                    .append(rest % 6 > 2 ? "." : "");
            if (agree(place, text)) continue;
            INFO(describe(place) << " in " << text);
            REQUIRE(agree(place, text));
        }
    }
}

TEST_CASE("words within a distance of each other agree with trying all places", "[index]") {
    std::mt19937 dice(23);
    for (int i = 0; i < 30'000; ++i) {
        std::string text = ":";
        for (std::size_t n = dice() % 9; n > 0; --n) text += "abc"[dice() % 3];
        Place place;
        place.kind = Place::Kind::window;
        place.number = std::uint32_t(1 + dice() % 5);
        std::string wanted;
        for (std::size_t n = 2 + dice() % 3; n > 0; --n) wanted += "abc"[dice() % 3];
        for (const char c : wanted) {
            place.of.emplace_back();
            place.of.back().words = {std::string(1, c)};
        }
        number_leaves(place);
        const std::string body = text.substr(1);
        bool expected = false;
        for (std::size_t b = 0; b < body.size(); ++b) {
            const std::string part = body.substr(b, place.number + 1);
            bool all = true;
            for (const char c : std::string("abc"))
                all &= std::count(part.begin(), part.end(), c) >=
                       std::count(wanted.begin(), wanted.end(), c);
            expected |= all;
        }
        const Text article(text);
        TextReader reader(article);
        INFO(describe(place) << " in " << text);
        REQUIRE(holds(place, 1, reader) == expected);
    }
}
