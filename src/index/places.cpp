#include "index/places.hpp"

#include <algorithm>
#include <map>

namespace morgue::index {

namespace {

using Case = query::Cased::Case;
using Unit = query::Near::Unit;

void tidy(Spans& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

// ---- one word

// Positions in both lists, or in the first only.
Positions filter(const Positions& positions, const Positions& marked, bool keep) {
    Positions out;
    auto mark = marked.begin();
    for (const std::uint32_t position : positions) {
        mark = std::lower_bound(mark, marked.end(), position);
        if ((mark != marked.end() && *mark == position) == keep) out.push_back(position);
    }
    return out;
}

// The first paragraph of the body.
PositionRange lead(PositionReader& reader) {
    const Positions& paragraphs = reader.marks(Mark::paragraph);
    const PositionRange body = positions_of(Field::Id::body);
    const auto second = std::upper_bound(paragraphs.begin(), paragraphs.end(), body.first);
    const bool ends = second != paragraphs.end() && *second <= body.last;
    return {body.first, ends ? *second - 1 : body.last};
}

Positions in_field(const Place& leaf, PositionReader& reader) {
    if (!leaf.field) return reader.words(leaf, {0, UINT32_MAX});
    if (*leaf.field == Field::Id::lead) return reader.words(leaf, lead(reader));
    if (*leaf.field != Field::Id::hlead) return reader.words(leaf, positions_of(*leaf.field));
    Positions both = reader.words(leaf, lead(reader));
    const Positions headline = reader.words(leaf, positions_of(Field::Id::headline));
    both.insert(both.end(), headline.begin(), headline.end());  // which lies behind the body
    return both;
}

Positions positions(const Place& leaf, PositionReader& reader) {
    Positions found = in_field(leaf, reader);
    if (!leaf.letters || found.empty()) return found;
    const Mark mark = *leaf.letters == Case::all ? Mark::capitals : Mark::capital;
    return filter(found, reader.marks(mark), *leaf.letters != Case::none);
}

// ---- phrases

Spans sequence(const Place& place, PositionReader& reader) {
    Positions starts;
    for (std::size_t i = 0; i < place.of.size(); ++i) {
        Positions next = positions(place.of[i], reader);
        for (std::uint32_t& position : next) position -= std::min(position, std::uint32_t(i));
        starts = i == 0 ? std::move(next) : filter(starts, next, true);
        if (starts.empty()) return {};
    }
    Spans out;
    for (const std::uint32_t start : starts)
        out.push_back({start, start + std::uint32_t(place.of.size()) - 1});
    return out;
}

// Every least stretch with all the words in it, each as often as it is named, that is short enough.
Spans window(const Place& place, PositionReader& reader) {
    std::map<std::string_view, std::size_t> numbers;  // word -> its number
    std::vector<std::size_t> missing;                 // by number: how often it is still needed
    std::vector<std::pair<std::uint32_t, std::size_t>> all;
    for (const Place& leaf : place.of) {
        const auto [at, fresh] = numbers.try_emplace(leaf.words.front(), missing.size());
        if (!fresh) {
            ++missing[at->second];
            continue;
        }
        missing.push_back(1);
        const Positions found = positions(leaf, reader);
        if (found.empty()) return {};
        for (const std::uint32_t position : found) all.emplace_back(position, at->second);
    }
    std::sort(all.begin(), all.end());
    Spans out;
    std::size_t needed = place.of.size(), begin = 0;
    std::vector<std::size_t> spare(missing.size());
    for (const auto& [last, word] : all) {
        if (missing[word] > 0) {
            --missing[word];
            --needed;
        } else {
            ++spare[word];
        }
        while (spare[all[begin].second] > 0) --spare[all[begin++].second];
        if (needed == 0 && last - all[begin].first <= place.number)
            out.push_back({all[begin].first, last});
    }
    return out;
}

// ---- distances

// What is near a span: what begins or ends within these.
struct Reach {
    std::uint32_t from, to;
};

// Measures distances in words, or by the sentences or paragraphs that spans lie in.
class Measure {
public:
    Measure(const query::Near& near, PositionReader& reader)
        : distance_(near.distance),
          marks_(near.unit == Unit::words      ? nullptr
                 : near.unit == Unit::sentence ? &reader.marks(Mark::sentence)
                                               : &reader.marks(Mark::paragraph)) {}

    Reach reach(const Span& span) const {
        if (!marks_) return {span.first - std::min(span.first, distance_), span.last + distance_};
        const auto next = std::upper_bound(marks_->begin(), marks_->end(), span.first);
        return {next == marks_->begin() ? 0 : *(next - 1),
                next == marks_->end() ? UINT32_MAX : *next - 1};
    }

    // Whether a span can be near another at all: it lies in one sentence.
    bool measurable(const Span& span) const {
        return !marks_ || span.first == span.last || span.last <= reach(span).to;
    }

    void keep_measurable(Spans& spans) const {
        std::erase_if(spans, [&](const Span& span) { return !measurable(span); });
    }

private:
    std::uint32_t distance_;
    const Positions* marks_;
};

using Iterator = Spans::const_iterator;

// The spans that begin behind this one and within its reach.
std::pair<Iterator, Iterator> following(const Span& span, const Spans& of, const Measure& measure) {
    const auto begins_later = [](std::uint32_t position, const Span& s) {
        return position < s.first;
    };
    const auto begin = std::upper_bound(of.begin(), of.end(), span.last, begins_later);
    const auto end = std::upper_bound(begin, of.end(), measure.reach(span).to, begins_later);
    return {begin, end};
}

void join(const Spans& left, const Spans& right, const Measure& measure, Spans& to) {
    for (const Span& span : left) {
        const auto [begin, end] = following(span, right, measure);
        for (auto other = begin; other != end; ++other) {
            if (to.size() >= max_spans) return;
            to.push_back({span.first, other->last});
        }
    }
}

// For each span only the shortest stretch to one behind it: whatever lies in another lies in these.
void join_nearest(const Spans& left, const Spans& right, const Measure& measure, Spans& to) {
    for (const Span& span : left) {
        const auto [begin, end] = following(span, right, measure);
        std::uint32_t last = UINT32_MAX;
        for (auto other = begin; other != end && other->first < last; ++other)
            last = std::min(last, other->last);
        if (begin != end) to.push_back({span.first, last});
    }
}

bool is_followed(const Span& span, const Spans& by, const Measure& measure) {
    const auto next =
        std::upper_bound(by.begin(), by.end(), span.last,
                         [](std::uint32_t position, const Span& s) { return position < s.first; });
    return next != by.end() && next->first <= measure.reach(span).to;
}

bool any_joins(const Spans& left, const Spans& right, const Measure& measure) {
    return std::any_of(left.begin(), left.end(),
                       [&](const Span& span) { return is_followed(span, right, measure); });
}

// Whether others are near a span on either side, or overlap it; the span itself is none of them.
class Neighbours {
public:
    Neighbours(const Spans& of, const Measure& measure) : of_(of), measure_(measure) {
        std::uint32_t furthest = 0;
        for (const Span& span : of)
            last_so_far_.push_back(furthest = std::max(furthest, span.last));
    }

    bool near(const Span& span) const {
        const Reach reach = measure_.reach(span);
        const auto end = std::upper_bound(
            of_.begin(), of_.end(), reach.to,
            [](std::uint32_t position, const Span& s) { return position < s.first; });
        const auto self = std::lower_bound(of_.begin(), end, span);
        const bool is_there = self != end && *self == span;
        if (is_there && self + 1 != end) return true;
        const auto before = is_there ? self : end;
        return before != of_.begin() &&
               last_so_far_[std::size_t(before - of_.begin()) - 1] >= reach.from;
    }

private:
    const Spans& of_;
    const Measure& measure_;
    std::vector<std::uint32_t> last_so_far_;  // the greatest `last` up to here
};

Spans without(Spans left, Spans right, const query::Near& near, const Measure& measure) {
    measure.keep_measurable(right);
    const Neighbours neighbours(right, measure);
    std::erase_if(left, [&](const Span& span) {
        if (!measure.measurable(span)) return false;
        return near.ordered ? is_followed(span, right, measure) : neighbours.near(span);
    });
    return left;
}

enum class Wanted { one, apart, all };  // is there one; enough to count those apart; all of them

// The spans of a NEAR.
Spans near(const Place& place, PositionReader& reader, Wanted wanted) {
    Spans left = spans(place.of[0], reader);
    if (left.empty()) return {};
    Spans right = spans(place.of[1], reader);
    if (right.empty()) return place.near.negated ? left : Spans{};
    const Measure measure(place.near, reader);
    if (place.near.negated) return without(std::move(left), std::move(right), place.near, measure);
    measure.keep_measurable(left);
    measure.keep_measurable(right);
    if (wanted == Wanted::one) {
        const bool found = any_joins(left, right, measure) ||
                           (!place.near.ordered && any_joins(right, left, measure));
        return found ? Spans{{0, 0}} : Spans{};
    }
    Spans out;
    const auto joining = wanted == Wanted::all ? join : join_nearest;
    joining(left, right, measure, out);
    if (!place.near.ordered) joining(right, left, measure, out);
    tidy(out);
    return out;
}

// ---- whether there is one at all: no more is read than it takes to tell

constexpr std::uint32_t none = PositionStream::none;

// A word in all fields, however it is written.
bool is_plain_word(const Place& place) {
    return place.kind == Place::Kind::words && !place.field && !place.letters;
}

bool streams_will_do(const Place& place) {
    const bool known = place.kind == Place::Kind::sequence ||
                       (place.kind == Place::Kind::near && !place.near.negated);
    return known && std::all_of(place.of.begin(), place.of.end(), is_plain_word);
}

// Each word one further than the one before.
bool has_sequence(const Place& place, PositionReader& reader) {
    std::uint32_t start = 0;
    for (std::size_t i = 0; i < place.of.size();) {
        const std::uint32_t wanted = start + std::uint32_t(i);
        const std::uint32_t found = reader.stream(place.of[i]).skip_to(wanted);
        if (found == none) return false;
        const bool there = i == 0 || found == wanted;
        if (i == 0 || !there) start = found - std::uint32_t(i);
        i = there ? i + 1 : 0;
    }
    return true;
}

// How far the words may stand apart.
class Within {
public:
    Within(const query::Near& near, PositionReader& reader)
        : distance_(near.distance),
          marks_(near.unit == Unit::words      ? nullptr
                 : near.unit == Unit::sentence ? &reader.stream(Mark::sentence)
                                               : &reader.stream(Mark::paragraph)) {}

    // The first position from which on one reaches `to`; asked with a rising `to`.
    std::uint32_t reaching(std::uint32_t to) {
        if (!marks_) return to - std::min(to, distance_);
        while (next_ <= to) {
            begin_ = next_;
            next_ = marks_->skip_to(next_ + 1);
        }
        return begin_;
    }

private:
    std::uint32_t distance_;
    PositionStream* marks_;
    std::uint32_t begin_ = 0, next_ = 0;  // of the sentence, and of the one behind it
};

// Walks both words: the one behind tells from where on the other one is near.
bool has_near(const Place& place, PositionReader& reader) {
    PositionStream& left = reader.stream(place.of[0]);
    PositionStream& right = reader.stream(place.of[1]);
    Within within(place.near, reader);
    std::uint32_t a = left.skip_to(0), b = right.skip_to(0);
    while (a != none && b != none) {
        if (a < b) {
            const std::uint32_t from = within.reaching(b);
            if (a >= from) return true;
            a = left.skip_to(from);
        } else if (a > b && !place.near.ordered) {
            const std::uint32_t from = within.reaching(a);
            if (b >= from) return true;
            b = right.skip_to(from);
        } else if (a > b) {
            b = right.skip_to(a + 1);
        } else {  // one word as both: a further one of either
            const std::uint32_t here = a;
            a = left.skip_to(here + 1);
            b = right.skip_to(here + 1);
            const std::uint32_t next = place.near.ordered ? b : std::min(a, b);
            if (next != none && here >= within.reaching(next)) return true;
        }
    }
    return false;
}

// ---- all kinds

Spans any(const Place& place, PositionReader& reader) {
    Spans out;
    for (const Place& part : place.of) {
        const Spans more = spans(part, reader);
        out.insert(out.end(), more.begin(), more.end());
    }
    tidy(out);
    return out;
}

Spans within_first(const Place& place, PositionReader& reader) {
    Spans out = spans(place.of[0], reader);
    const std::uint32_t last = std::min(place.number, positions_of(Field::Id::body).last);
    std::erase_if(out, [&](const Span& span) { return span.last > last; });
    return out;
}

Spans words(const Place& place, PositionReader& reader) {
    const Positions found = positions(place, reader);
    Spans out(found.size());
    std::transform(found.begin(), found.end(), out.begin(), [](std::uint32_t position) {
        return Span{position, position};
    });
    return out;
}

// The most that can be taken without overlap: always the one that ends first.
std::uint32_t count_apart(Spans spans) {
    std::sort(spans.begin(), spans.end(),
              [](const Span& a, const Span& b) { return a.last < b.last; });
    std::uint32_t count = 0, free_from = 0;
    for (const Span& span : spans) {
        if (span.first < free_from) continue;
        ++count;
        free_from = span.last + 1;
    }
    return count;
}

}  // namespace

std::size_t number_leaves(Place& place, std::size_t from) {
    if (place.kind == Place::Kind::words) place.leaf = from++;
    for (Place& part : place.of) from = number_leaves(part, from);
    return from;
}

Spans spans(const Place& place, PositionReader& reader) {
    switch (place.kind) {
        case Place::Kind::words:
            return words(place, reader);
        case Place::Kind::sequence:
            return sequence(place, reader);
        case Place::Kind::window:
            return window(place, reader);
        case Place::Kind::any:
            return any(place, reader);
        case Place::Kind::near:
            return near(place, reader, Wanted::all);
        default:
            return within_first(place, reader);
    }
}

bool holds(const Place& place, std::uint32_t times, PositionReader& reader) {
    if (times == 1 && streams_will_do(place))
        return place.kind == Place::Kind::near ? has_near(place, reader)
                                               : has_sequence(place, reader);
    const Wanted wanted = times == 1 ? Wanted::one : Wanted::apart;
    Spans found =
        place.kind == Place::Kind::near ? near(place, reader, wanted) : spans(place, reader);
    return times == 1 ? !found.empty() : count_apart(std::move(found)) >= times;
}

namespace {

std::string describe_near(const query::Near& near) {
    const std::string no = near.negated ? " not " : " ";
    const std::string unit = near.unit == Unit::sentence    ? "s"
                             : near.unit == Unit::paragraph ? "p"
                                                            : std::to_string(near.distance);
    return no + (near.ordered ? "pre/" : "w/") + unit + ' ';
}

std::string describe_words(const Place& leaf) {
    std::string out = leaf.field ? std::string(field(*leaf.field).name) + ':' : "";
    if (leaf.letters)
        out += *leaf.letters == Case::some  ? "caps:"
               : *leaf.letters == Case::all ? "allcaps:"
                                            : "nocaps:";
    constexpr std::size_t shown = 6;
    for (std::size_t i = 0; i < std::min(shown, leaf.words.size()); ++i)
        out += (i ? "|" : "") + leaf.words[i];
    return leaf.words.size() > shown ? out + "|..." + std::to_string(leaf.words.size()) : out;
}

}  // namespace

std::string describe(const Place& place) {
    if (place.kind == Place::Kind::words) return describe_words(place);
    if (place.kind == Place::Kind::first)
        return "first" + std::to_string(place.number) + '(' + describe(place.of[0]) + ')';
    const std::string between = place.kind == Place::Kind::any    ? " or "
                                : place.kind == Place::Kind::near ? describe_near(place.near)
                                                                  : " ";
    std::string out;
    for (const Place& part : place.of) out += (out.empty() ? "" : between) + describe(part);
    if (place.kind == Place::Kind::sequence) return '"' + out + '"';
    if (place.kind == Place::Kind::window) return '"' + out + "\"~" + std::to_string(place.number);
    return '(' + out + ')';
}

}  // namespace morgue::index
