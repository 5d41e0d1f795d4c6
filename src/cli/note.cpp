// morgue note and morgue notes: what people write on articles.
#include <array>
#include <iostream>
#include <iterator>
#include <morgue/annotations.hpp>
#include <morgue/error.hpp>

#include "cli/article_ids.hpp"
#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "cli/wait.hpp"
#include "render/annotations.hpp"
#include "render/output.hpp"
#include "render/record.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array note_options{
    Option{"append", 0, "", "add the text to the note there is, on a line of its own"},
    Option{"remove", 0, "", "remove the note"},
    wait_option,
};
constexpr std::string_view note_text = R"(Without a text, prints the note on the article. With - the text is read from standard input. A note
stays with an article when it changes and when the index is made anew; purging the article removes it.
note:WORD finds articles by the words of their notes, has:note all that have one.

  morgue note 17 'the harbour master denies this'
  morgue note 17
)";

constexpr std::array notes_options{
    Option{"sort",   0, "relevance|newest|oldest", "the order (relevance)"},
    match_option,
    Option{"format", 0, "text|jsonl|csv",          "how they are printed (text)"},
    strict_option, lang_option,
};
constexpr std::string_view notes_text = R"(  morgue notes                     every note
  morgue notes 'harbour date:2025' those on what is found
)";
// clang-format on

std::string text_of(const std::vector<std::string>& operands) {
    if (operands.size() == 2 && operands[1] == "-") {
        std::string text(std::istreambuf_iterator<char>(std::cin), {});
        while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
        return text;
    }
    std::string text;
    for (std::size_t i = 1; i < operands.size(); ++i)
        text.append(i > 1 ? " " : "").append(operands[i]);
    return text;
}

Article stored(const ArchiveReader& archive, ArticleId id) {
    auto article = archive.article(id);
    if (!article)
        throw Error(Error::Kind::usage,
                    "there is no article " + std::to_string(id) + " in this archive",
                    "`morgue search` prints ids");
    return std::move(*article);
}

int print(const Article& article, Console& console) {
    if (article.note.empty()) {
        if (!console.quiet())
            console.complain("there is no note on article " + std::to_string(article.id));
        return nothing_found;
    }
    std::string out;
    render::text_note(out, article, console.style());
    console.page(out);
    return done;
}

std::vector<const render::RecordField*> columns() {
    std::vector<const render::RecordField*> out;
    for (const std::string_view name : {"id", "published", "source", "headline", "tags", "note"})
        out.push_back(render::find_record_field(name));
    return out;
}

}  // namespace

const Manual note_manual{note_options, note_text};
const Manual notes_manual{notes_options, notes_text};

int note(const Arguments& arguments, Console& console) {
    const auto& operands = arguments.operands();
    const ArticleId id = read_id(operands.front());
    const bool writes = operands.size() > 1 || arguments.has("remove");
    if (!writes) return print(stored(ArchiveReader(archive_folder(arguments)), id), console);
    std::string text = text_of(operands);
    if (arguments.has("remove") == !text.empty())
        throw Error(Error::Kind::usage, "there is no text to note",
                    "morgue note ID TEXT; --remove takes a note away, and has no text");
    Annotator annotator(archive_folder(arguments), wait_of(arguments));
    const Article article = stored(ArchiveReader(archive_folder(arguments)), id);
    if (arguments.has("append") && !article.note.empty()) text = article.note + '\n' + text;
    annotator.note(id, text);
    return done;
}

int notes(const Arguments& arguments, Console& console) {
    SearchRequest request = search_request(arguments);
    const std::string typed = request.query;
    request.sort = sort_of(arguments);
    const ArchiveReader archive(archive_folder(arguments));
    tell_problems(arguments, request, archive, console);
    if (!typed.empty()) request.query = '(' + typed + ") AND ";
    request.query += "has:note";

    const std::string format = arguments.value("format", "text");
    const auto& printer = *render::find_output_format(format);
    const render::Document document{.style = console.style(), .fields = columns()};
    std::size_t shown = 0;
    std::string out;
    archive.each_hit(request, [&](const Article& article) {
        if (shown == 0 && printer.begin) printer.begin(out, document);
        if (format == "text")
            render::text_noted(out, article, console.style());
        else
            printer.article(out, article, document, shown);
        ++shown;
        return true;
    });
    console.page(out);
    if (shown > 0) return done;
    if (!console.quiet()) console.complain("there is no note on what is found");
    return nothing_found;
}

}  // namespace morgue::cli
