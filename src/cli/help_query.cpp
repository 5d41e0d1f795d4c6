// `morgue help query`: the query language in short; docs/query-language.md is the whole of it.
#include "cli/help.hpp"

namespace morgue::cli {

const std::string_view query_manual = R"(how queries are written

words
  oil price               both words, in any form (price finds prices)
  =price                  exactly this form
  corrupt*                words that begin so
  "prime minister"        a phrase
  "prime minister"~5      the words within 5 of each other

combining
  oil OR gas              either (operators are upper case)
  NOT opec  -opec         without it; for -opec put -- before the query
  (oil OR gas) price      groups
  a NEAR/5 b  a W/5 b     within 5 words of each other, in any order
  a ADJ/5 b  a PRE/5 b    the same, a before b

fields (`morgue fields` lists them all)
  headline:oil            a word of the headline
  source:reuters          a whole value; quote it if it has blanks
  person:"Jane Doe"       a person, by any of the names the articles use
  date:2025-09            a year, month or day
  date:2025-09-01..       from then on; ..2025: up to then; a..b: between
  words:>800              a number
  has:byline              known at all
  *                       everything

A query with a mistake is read as best it can be, and what was wrong is printed; --strict makes
it an error. --explain prints how a query is understood.
)";

}  // namespace morgue::cli
