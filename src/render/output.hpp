#pragma once
// The output formats: each is a row of one table (output.cpp), with what it can print. Functions
// only add to a string: whoever calls them writes it out.
#include <morgue/archive.hpp>
#include <morgue/search.hpp>
#include <span>
#include <string>
#include <string_view>

#include "render/terminal.hpp"

namespace morgue::render {

struct Answer {
    const SearchRequest& request;
    const SearchResult& result;
    Style style;
};

struct RecordField;

// What the articles of one document have in common: those shown, or those exported.
struct Document {
    Style style;
    std::vector<const RecordField*> fields =
        {};                            // the keys to print; empty: what the format prints
    std::string title = {};            // what was asked; may be empty
    std::string uuid = {};             // of the archive
    std::optional<Date> updated = {};  // the newest date of publication
};

// A null function: the format cannot print that.
struct OutputFormat {
    std::string_view name;

    void (*answer)(std::string& to, const Answer& answer);  // hits, facets and total
    void (*facets)(std::string& to, const Answer& answer);  // only the facets

    // Whole articles, one after the other: `nth` counts them from 0.
    void (*article)(std::string& to, const Article& article, const Document& document,
                    std::size_t nth);
    // What stands before the first and after the last of them; null where that is nothing.
    void (*begin)(std::string& to, const Document& document);
    void (*end)(std::string& to, const Document& document);
    bool fields_apply;  // Document::fields means something to it

    void (*fields)(std::string& to, const Style& style);  // the table of fields
    void (*stats)(std::string& to, const ArchiveStats& stats, const Style& style);
    void (*explanation)(std::string& to, const Explanation& explanation, const Style& style);
};

std::span<const OutputFormat> output_formats();

// By name; nullptr if there is none.
const OutputFormat* find_output_format(std::string_view name);

// ---- text (text.cpp, text_article.cpp, text_facets.cpp, text_tables.cpp)
void text_answer(std::string& to, const Answer& answer);
void text_facets(std::string& to, const Answer& answer);
void text_article(std::string& to, const Article& article, const Document& document,
                  std::size_t nth);
void text_fields(std::string& to, const Style& style);
void text_stats(std::string& to, const ArchiveStats& stats, const Style& style);
void text_explanation(std::string& to, const Explanation& explanation, const Style& style);

// ---- JSON (json.cpp, json_tables.cpp), see schema/json/
void json_answer(std::string& to, const Answer& answer);
void json_article(std::string& to, const Article& article, const Document& document,
                  std::size_t nth);
void json_fields(std::string& to, const Style& style);
void json_stats(std::string& to, const ArchiveStats& stats, const Style& style);
void json_explanation(std::string& to, const Explanation& explanation, const Style& style);

// ---- one article a line
void jsonl_article(std::string& to, const Article& article, const Document& document,
                   std::size_t nth);
void ninjs_article(std::string& to, const Article& article, const Document& document,
                   std::size_t nth);

// ---- tables for other programs
void csv_answer(std::string& to, const Answer& answer);
void csv_facets(std::string& to, const Answer& answer);
void tsv_answer(std::string& to, const Answer& answer);
void tsv_facets(std::string& to, const Answer& answer);
void ids_answer(std::string& to, const Answer& answer);
void csv_begin(std::string& to, const Document& document);
void csv_article(std::string& to, const Article& article, const Document& document,
                 std::size_t nth);
void tsv_begin(std::string& to, const Document& document);
void tsv_article(std::string& to, const Article& article, const Document& document,
                 std::size_t nth);

// ---- articles to read
void markdown_begin(std::string& to, const Document& document);
void markdown_article(std::string& to, const Article& article, const Document& document,
                      std::size_t nth);
void html_begin(std::string& to, const Document& document);
void html_article(std::string& to, const Article& article, const Document& document,
                  std::size_t nth);
void html_end(std::string& to, const Document& document);
void atom_begin(std::string& to, const Document& document);
void atom_article(std::string& to, const Article& article, const Document& document,
                  std::size_t nth);
void atom_end(std::string& to, const Document& document);

// ---- references, for Zotero, EndNote and LaTeX
void ris_article(std::string& to, const Article& article, const Document& document,
                 std::size_t nth);
void bibtex_article(std::string& to, const Article& article, const Document& document,
                    std::size_t nth);

}  // namespace morgue::render
