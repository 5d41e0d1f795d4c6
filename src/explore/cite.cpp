#include "explore/cite.hpp"

#include <algorithm>
#include <set>

#include "core/hash.hpp"
#include "explore/hits.hpp"
#include "query/ast.hpp"
#include "store/outline.hpp"

namespace morgue::explore {

namespace {

std::string hexadecimal(const core::Hash& hash) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t byte : hash) out += {digits[byte >> 4], digits[byte & 15]};
    return out;
}

// The articles found, added up.
class Tally {
public:
    explicit Tally(Citation& to) : to_(to) {}

    void add(const store::Outline& article) {
        ++to_.articles;
        seen_.emplace_back(article.id, article.hash);
        if (!article.source.empty()) sources_.insert(article.source);
        if (!article.published) {
            ++to_.undated;
            return;
        }
        const Date& date = *article.published;
        if (!to_.earliest || date.first() < to_.earliest->first()) to_.earliest = date;
        if (!to_.latest || date.last() > to_.latest->last()) to_.latest = date;
    }

    void finish() {
        std::sort(seen_.begin(), seen_.end());
        core::Hasher hasher;
        for (const auto& [id, hash] : seen_)
            hasher.append(std::to_string(id) + ' ' + hexadecimal(hash) + '\n');
        to_.fingerprint = hexadecimal(hasher.finish());
        to_.sources = sources_.size();
    }

private:
    Citation& to_;
    std::vector<std::pair<ArticleId, core::Hash>> seen_;
    std::set<std::string> sources_;
};

}  // namespace

Citation cite(const SearchRequest& asked, const Context& context) {
    SearchRequest request = asked;
    using std::chrono::floor, std::chrono::seconds, std::chrono::system_clock;
    if (!request.now) request.now = floor<seconds>(system_clock::now());
    const Hits hits(request, context);
    const store::Meta meta = context.store.meta();
    Citation out;
    out.query = query::print(hits.expr());
    out.uuid = meta.uuid;
    out.revision = meta.revision;
    out.all_articles =
        context.snapshot.database().get_doccount() - context.snapshot.hidden()->size();
    out.made = utc_date(*request.now);
    out.problems = hits.problems();
    Tally tally(out);
    store::OutlineReader outlines(context.database);
    hits.each([&](index::Seq seq) {
        if (const auto article = outlines.at(seq)) tally.add(*article);
        return true;
    });
    tally.finish();
    return out;
}

}  // namespace morgue::explore
