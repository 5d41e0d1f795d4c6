#include <morgue/query_form.hpp>

namespace morgue {

namespace {

using Group = QueryForm::Group;

constexpr QueryForm forms[] = {
    {Group::words, "oil price",
     "both words, in any form of them: price finds prices (--match any: either word)"},
    {Group::words, "=price  =\"Apple Inc\"", "these very forms, but for case and accents"},
    {Group::words, "\"prime minister\"",
     "a phrase: the words as typed, one after the other, within one field"},
    {Group::words, "\"prime minister\"~5", "the words within 5 of each other, in any order"},
    {Group::words, "corrupt*  te?t  *burger  organi*tion",
     "wildcards anywhere, ? for one letter; of a word that stands for too many the 4,096 most "
     "frequent, and it says so"},
    {Group::words, "nasser~1  gorbachev~2",
     "words at most one or two letters off, or with two letters swapped"},
    {Group::words, "caps(apple)  allcaps(aids)  nocaps(turkey)",
     "written with a capital, all in capitals, without one"},
    {Group::words, "atleast3(drought)", "at least so many times"},
    {Group::words, "first50(budget)", "within the first so many words of the body"},

    {Group::combining, "oil OR gas",
     "either; operators are upper case, a lower-case and is a word"},
    {Group::combining, "oil NOT opec  oil -opec",
     "without it; before a query that begins with - put -- on the command line"},
    {Group::combining, "+oil price", "with --match any: oil is needed, the other words only rank"},
    {Group::combining, "(oil OR gas) price", "groups; NOT binds tightest, then distances, AND, OR"},

    {Group::distance, "oil NEAR/5 price  oil W/5 price",
     "at most 5 words on, in either order; NEAR alone: 10"},
    {Group::distance, "oil ADJ/5 price  oil PRE/5 price", "the same, oil first"},
    {Group::distance, "oil W/S price  oil W/P price", "in one sentence, in one paragraph"},
    {Group::distance, "oil PRE/S price  oil PRE/P price", "the same, oil first"},
    {Group::distance, "oil NOT W/5 price", "an oil without a price that near"},
    {Group::distance, "(oil OR gas) W/5 \"price cap\"", "groups, phrases and wildcards likewise"},

    {Group::fields, "headline:oil  h:oil  headline:(oil OR gas)",
     "in a text field: headline, subheadline, byline, summary, body, lead (its first paragraph)"},
    {Group::fields, "hlead:oil", "in the headline or the lead"},
    {Group::fields, "source:reuters  author:\"Jane Doe\"  keyword:oil*",
     "a whole value, case and accents aside; likewise section, lang, format, located, year, month"},
    {Group::fields, "person:maduro  org:\"World Bank\"  place:caracas  entity:maduro",
     "named in the article; a person by any part of the name, all by any of their names"},
    {Group::fields, "country:cuba  region:caribbean  region:\"americas/caribbean\"",
     "what the places named are in: a name on the way down to them, or a beginning of that way"},
    {Group::fields,
     "pattern:jo@example.org  pattern:\"$3.5 million\"  pattern:iban  pattern:*@example.org",
     "an e-mail address, URL, phone number, IBAN or sum of money, however it is written; all of a "
     "kind: email, url, phone, iban, money"},
    {Group::fields, "words:>800  words:100..300  copies:>3",
     "length of the body; further copies of the story"},
    {Group::fields, "has:byline", "the field is known"},
    {Group::fields,
     "id:17  guid:tag:example.org,2025:1  url:https://example.org/1  path:feeds/2025",
     "one article; a file, or the folders above it"},
    {Group::fields, "label:lead  label:check/*  note:denies", "your tags and notes"},
    {Group::fields, "saved:oil", "a saved search, as part of the query"},
    {Group::fields, "*", "everything, as does no query at all"},

    {Group::dates, "date:2025  date:2025-09  date:2025-09-28",
     "published then, in UTC; an article known to the month matches each of its days"},
    {Group::dates, "date:2025-09-01..2025-10  date:..2025  date:2025..",
     "both ends included, or one end open"},
    {Group::dates, "date:yesterday  date:-7d..  date:-3m..-1m", "relative to today: d, w, m, y"},
    {Group::dates, "date:none", "without a date"},
    {Group::dates, "updated:2025-09  added:today", "last changed; taken in"},
};

}  // namespace

std::span<const QueryForm> query_forms() {
    return forms;
}

std::string_view title(QueryForm::Group group) {
    switch (group) {
        case Group::words:
            return "words";
        case Group::combining:
            return "combining";
        case Group::distance:
            return "distance";
        case Group::fields:
            return "fields";
        default:
            return "dates";
    }
}

std::vector<std::string_view> examples(const QueryForm& form) {
    std::vector<std::string_view> out;
    std::string_view rest = form.examples;
    while (!rest.empty()) {
        const std::size_t end = rest.find("  ");
        out.push_back(rest.substr(0, end));
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 2);
    }
    return out;
}

}  // namespace morgue
