#include "explore/kwic.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <morgue/error.hpp>

#include "core/article_texts.hpp"
#include "explore/hits.hpp"
#include "explore/words.hpp"
#include "store/texts.hpp"
#include "text/utf8.hpp"

namespace morgue::explore {

namespace {

bool is_boundary(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// One line; a blank at an end stays one, so that parts can be joined again.
std::string one_line(std::string_view text) {
    if (text.empty()) return {};
    std::string out = text::one_line(text);
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    if (blank(text.front())) out.insert(0, 1, ' ');
    if (blank(text.back()) && out != " ") out += ' ';
    return out;
}

// Cut at its far end from the match, where it is too long.
std::string left_part(std::string_view text, std::size_t begin, std::size_t end) {
    if (end - begin > Kwic::most_bytes) begin = end - Kwic::most_bytes;
    while (!is_boundary(text, begin)) ++begin;
    return one_line(text.substr(begin, end - begin));
}
std::string right_part(std::string_view text, std::size_t begin, std::size_t end) {
    if (end - begin > Kwic::most_bytes) end = begin + Kwic::most_bytes;
    while (!is_boundary(text, end)) --end;
    return one_line(text.substr(begin, end - begin));
}

// A line and the words it is sorted by.
struct Sorted {
    std::vector<std::string> keys;
    std::size_t nth;  // in the order they were read
    Kwic::Line line;

    bool operator<(const Sorted& other) const {
        return keys != other.keys ? keys < other.keys : nth < other.nth;
    }
};

class Reader {
public:
    Reader(const KwicRequest& request, const Hits& hits, const Context& context)
        : request_(request),
          highlighter_(hits.highlighter()),
          texts_(context.database, store::TextReader::With::texts) {}

    bool nothing_to_show() const { return highlighter_.empty(); }

    // Every line of the article in order; `take` returns false to stop.
    bool read(index::Seq seq, const std::function<bool(Sorted)>& take) {
        const auto article = texts_.at(seq);
        if (!article) return true;
        for (const Field::Id field : request_.fields)
            if (!read(*article, field, take)) return false;
        return true;
    }

private:
    bool read(const Article& article, Field::Id field, const std::function<bool(Sorted)>& take) {
        const std::string& text = core::text_of(article, field);
        const auto ranges = highlighter_.ranges(text);
        if (ranges.empty()) return true;
        read_places(text, words_);
        for (const auto& match : ranges) {
            const Around around = around_of(match);
            Sorted out{{}, nth_++, {}};
            if (request_.sort == KwicRequest::Sort::words)
                for (const int key : request_.keys)
                    out.keys.push_back(word_at(text, key, match, around));
            out.line = line(article, field, text, match, around);
            if (!take(std::move(out))) return false;
        }
        return true;
    }

    using Match = std::pair<std::size_t, std::size_t>;

    // Of words_: how many end before a match, and the first one that begins after it.
    struct Around {
        std::size_t before, after;
    };
    Around around_of(const Match& match) const {
        const auto before = std::partition_point(
            words_.begin(), words_.end(), [&](const auto& w) { return w.second <= match.first; });
        const auto after = std::partition_point(
            before, words_.end(), [&](const auto& w) { return w.first < match.second; });
        return {std::size_t(before - words_.begin()), std::size_t(after - words_.begin())};
    }

    Kwic::Line line(const Article& article, Field::Id field, const std::string& text,
                    const Match& match, const Around& around) const {
        const auto [begin, end] = match;
        const std::size_t window = request_.window;
        const std::size_t from = around.before > window ? words_[around.before - window].first : 0;
        const std::size_t to = words_.size() - around.after > window
                                   ? (window ? words_[around.after + window - 1].second : end)
                                   : text.size();
        return {article.id,
                article.published,
                article.source,
                field,
                left_part(text, window ? from : begin, begin),
                right_part(text, begin, end),
                right_part(text, end, std::max(to, end))};
    }

    // Empty where the text has ended.
    std::string word_at(const std::string& text, int key, const Match& match,
                        const Around& around) const {
        const auto word = [&](std::size_t i) {
            return first_word(
                std::string_view(text).substr(words_[i].first, words_[i].second - words_[i].first));
        };
        if (key == 0) return text::fold(text.substr(match.first, match.second - match.first));
        const auto distance = std::size_t(std::abs(key));
        if (key < 0) return distance <= around.before ? word(around.before - distance) : "";
        return distance <= words_.size() - around.after ? word(around.after + distance - 1) : "";
    }

    const KwicRequest& request_;
    search::Highlighter highlighter_;
    store::TextReader texts_;
    Places words_;
    std::size_t nth_ = 0;
};

// The least `limit` lines of all, in constant memory.
void read_sorted(const KwicRequest& request, const Hits& hits, Reader& reader, Kwic& out) {
    std::vector<Sorted> best;  // a heap, the greatest first
    std::size_t total = 0;
    hits.each_once([&](index::Seq seq) {
        reader.read(seq, [&](Sorted line) {
            ++total;
            if (best.size() == request.limit && (best.empty() || !(line < best.front())))
                return true;
            best.push_back(std::move(line));
            std::push_heap(best.begin(), best.end());
            if (best.size() > request.limit) {
                std::pop_heap(best.begin(), best.end());
                best.pop_back();
            }
            return true;
        });
        return true;
    });
    std::sort_heap(best.begin(), best.end());
    for (Sorted& each : best) out.lines.push_back(std::move(each.line));
    out.total = total;
}

// The first `limit` lines, a page of articles after the other.
void read_in_order(const KwicRequest& request, const Context& context, Reader& reader, Kwic& out) {
    SearchRequest page = request.search;
    page.sort = request.sort == KwicRequest::Sort::newest   ? SearchRequest::Sort::newest
                : request.sort == KwicRequest::Sort::oldest ? SearchRequest::Sort::oldest
                                                            : SearchRequest::Sort::relevance;
    page.exact_total = false;
    page.first = 0;
    page.count = std::clamp<std::size_t>(request.limit, 20, 1'000);
    const std::size_t all = context.snapshot.database().get_doccount();
    while (true) {
        const auto found = search::ranked(page, context.snapshot, context.store);
        for (const index::Seq seq : found) {
            const bool more = reader.read(seq, [&](Sorted line) {
                if (out.lines.size() == request.limit) return false;
                out.lines.push_back(std::move(line.line));
                return true;
            });
            if (!more) return;
        }
        if (found.size() < page.count) break;
        page.first += page.count;
        page.count = std::min(page.count * 8, all);
    }
    out.total = out.lines.size();
}

}  // namespace

Kwic kwic(const KwicRequest& request, const Context& context) {
    for (const Field::Id id : request.fields)
        if (field(id).kind != Field::Kind::text || id == Field::Id::lead || id == Field::Id::hlead)
            throw Error(Error::Kind::usage, std::string(field(id).name) + " is no text of its own",
                        "kwic shows headline, subheadline, byline, summary and body");
    const Hits hits(request.search, context);
    Reader reader(request, hits, context);
    Kwic out;
    out.problems = hits.problems();
    out.nothing_to_show = reader.nothing_to_show();
    if (request.sort == KwicRequest::Sort::words && !out.nothing_to_show) {
        read_sorted(request, hits, reader, out);
        return out;
    }
    if (!out.nothing_to_show) read_in_order(request, context, reader, out);
    return out;
}

}  // namespace morgue::explore
