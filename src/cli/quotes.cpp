// morgue quotes: what people are quoted as saying.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/quote.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "render/quotes.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"speaker", 0,   "NAME",                    "only those of this person; a surname will do"},
    Option{"limit",   'n', "N|all",                   "at most so many quotes (all)"},
    Option{"sort",    0,   "relevance|newest|oldest", "the order of the articles (relevance)"},
    match_option, collapse_option,
    Option{"format",  0,   "text|json|csv",           "how they are printed (text); json: a quote a line"},
    strict_option, lang_option,
};

constexpr std::string_view text = R"(A quote is speech in quotation marks that somebody is said to have said. The speaker is a person or an
organisation of the article, by the fullest name it uses; where the text leaves any doubt there is none.
Capitals and accents of NAME do not matter.

  morgue quotes strike
  morgue quotes --speaker Szalka --sort oldest
  morgue quotes 'date:2025 person:"Nicolás Maduro"' --speaker Maduro --format csv
)";
// clang-format on

// Prints the quotes as they come.
class Printer {
public:
    Printer(const Arguments& arguments, Console& console)
        : format_(arguments.value("format", "text")),
          speaker_(arguments.value("speaker")),
          limit_(arguments.number("limit", UINT64_MAX)),
          console_(console) {
        std::string out;
        if (format_ == "csv") render::csv_quote_header(out, console.style());
        console.write(out);
    }

    // False when there are enough.
    bool take(const Article& article, const Quote& quote) {
        if (!speaker_.empty() && !is_speaker(quote.speaker, speaker_)) return true;
        if (shown_ == limit_) return false;
        ++shown_;
        const render::QuoteView view{article, quote, console_.style()};
        if (format_ == "csv") render::csv_quote(out_, view);
        if (format_ == "json") render::jsonl_quote(out_, view);
        if (format_ == "text") render::text_quote(out_, view);
        if (out_.size() > enough) flush();
        return true;
    }

    std::uint64_t finish() {
        if (written_)
            flush();
        else
            console_.page(out_);
        return shown_;
    }

private:
    static constexpr std::size_t enough = 1u << 20;  // more than a pager is for

    void flush() {
        written_ = true;
        console_.write(out_);
        out_.clear();
    }

    std::string format_, speaker_, out_;
    std::uint64_t limit_, shown_ = 0;
    bool written_ = false;
    Console& console_;
};

}  // namespace

const Manual quotes_manual{options, text};

int quotes(const Arguments& arguments, Console& console) {
    SearchRequest request = search_request(arguments);
    request.sort = sort_of(arguments);
    take_collapse(arguments, request);
    const ArchiveReader archive(archive_folder(arguments));
    tell_problems(arguments, request, archive, console);
    Printer printer(arguments, console);
    each_quote(archive, request, [&](const Article& article, const Quote& quote) {
        return printer.take(article, quote);
    });
    if (printer.finish() > 0) return done;
    if (!console.quiet()) console.complain("nobody is quoted in what is found");
    return nothing_found;
}

}  // namespace morgue::cli
