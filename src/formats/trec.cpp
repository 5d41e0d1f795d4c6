// TREC and its kin (Tipster, Aquaint, Gigaword, the web tracks): files of many <DOC> elements.
#include <algorithm>
#include <array>

#include "formats/all.hpp"
#include "formats/sgml_text.hpp"
#include "formats/tagged_records.hpp"
#include "formats/trec_docno.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t longest_record = std::size_t(32) << 20;

enum class Part {
    docno,
    headline,
    subheadline,
    byline,
    dateline,
    date,
    file_id,
    source,
    section,
    keywords,
    slugline,
    copyright,
    url,
    language,
    summary,
    text,
    web_header,
    web_page,
    other
};

struct Element {
    std::string_view name;
    Part part;
};
// The names that AP, WSJ, FT, LA Times, FBIS, SJMN, NYT, Xinhua and Gigaword use.
// clang-format off
constexpr Element elements[] = {
    {"DOCNO",    Part::docno},    {"HEADLINE", Part::headline}, {"HEAD",     Part::headline},
    {"HL",       Part::headline}, {"TITLE",    Part::headline}, {"TI",       Part::headline},
    {"SUBTITLE", Part::subheadline}, {"SUBHEAD", Part::subheadline},
    {"BYLINE",   Part::byline},   {"AUTHOR",   Part::byline},   {"AU",       Part::byline},
    {"DATELINE", Part::dateline}, {"DATE",     Part::date},     {"DD",       Part::date},
    {"DATE1",    Part::date},     {"DATE_TIME", Part::date},    {"PUBDATE",  Part::date},
    {"FILEID",   Part::file_id},  {"SO",       Part::source},   {"SOURCE",   Part::source},
    {"PUB",      Part::source},   {"SECTION",  Part::section},  {"CATEGORY", Part::section},
    {"SUBJECT",  Part::keywords}, {"KEYWORDS", Part::keywords}, {"IN",       Part::keywords},
    {"DESCRIPT", Part::keywords}, {"SLUG",     Part::slugline}, {"SLUGLINE", Part::slugline},
    {"COPYRIGHT", Part::copyright}, {"URL",    Part::url},      {"LANGUAGE", Part::language},
    {"ABSTRACT", Part::summary},  {"SUMMARY",  Part::summary},  {"LP",       Part::text},
    {"LEADPARA", Part::text},     {"TEXT",     Part::text},     {"DOCHDR",   Part::web_header},
    {"HTML",     Part::web_page},
    {"GRAPHIC",  Part::other},    {"CORRECTION", Part::other},
};
// clang-format on

char upper(char c) {
    return c >= 'a' && c <= 'z' ? char(c - 32) : c;
}

// The element that begins at a '<'; null if it is none of the table.
const Element* element_at(std::string_view markup) {
    const std::size_t size = markup.substr(0, 16).find_first_of("> \t\r\n");
    if (size == markup.npos) return nullptr;
    const std::string_view name = markup.substr(1, size - 1);
    const auto* found = std::ranges::find_if(elements, [&](const Element& each) {
        return std::ranges::equal(each.name, name, {}, {}, upper);
    });
    return found == std::end(elements) ? nullptr : found;
}

// Calls visit(part, content) for every element of the table, those in one left out, while it
// returns true. An element without an end reaches to the next one that begins a line.
class Parts {
public:
    explicit Parts(std::string_view document) : document_(document) {}

    template <class F>
    void each(F&& visit) {
        for (std::size_t at = document_.find('<'); at != document_.npos;
             at = document_.find('<', at)) {
            const Element* element = element_at(document_.substr(at));
            const std::size_t begin = element != nullptr ? document_.find('>', at) : document_.npos;
            if (begin == document_.npos) {
                ++at;
                continue;
            }
            const std::size_t end = find_end(*element, begin + 1);
            if (!visit(element->part, document_.substr(begin + 1, end - begin - 1))) return;
            at = end;
        }
    }

private:
    std::size_t find_end(const Element& element, std::size_t begin) {
        bool& unclosed = unclosed_[std::size_t(&element - elements)];
        const std::string close = "</" + std::string(element.name);
        std::size_t next = document_.npos;  // element that begins a line
        for (std::size_t at = begin; !unclosed; ++at) {
            at = document_.find('<', at);
            if (at == document_.npos) {
                unclosed = true;  // nor will any later one be closed
                break;
            }
            if (begins_tag(document_.substr(at), close)) return at;
        }
        for (next = document_.find("\n<", begin); next != document_.npos;
             next = document_.find("\n<", next + 1))
            if (element_at(document_.substr(next + 1)) != nullptr) return next + 1;
        return document_.size();
    }

    std::string_view document_;
    std::array<bool, std::size(elements)> unclosed_{};
};

void append_paragraphs(std::string& text, const std::string& more) {
    if (!text.empty()) text += "\n\n";
    text += more;
}

void add_keywords(std::vector<std::string>& list, std::string_view text) {
    const std::string_view marks = text.find(';') != text.npos ? ";" : ",";
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(marks), text.size());
        std::string word = text::one_line(text.substr(0, end));
        while (word.ends_with('.')) word.pop_back();
        if (!word.empty()) list.push_back(std::move(word));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// "= 870324" of WSJ, "920414" of FT; others as they are.
std::string date_text(std::string_view text) {
    std::string line = text::one_line(text);
    if (line.starts_with('=')) line = text::one_line(line.substr(1));
    const std::string iso = date_of_digits(line, DigitOrder::year_first);
    return iso.empty() ? line : iso;
}

// Fills the draft from one document.
class Document {
public:
    core::Draft read(const TaggedRecords::Record& record) {
        content_ = record.content;
        Parts(content_).each([&](Part part, std::string_view content) {
            take(part, content);
            return draft_.page.empty();
        });
        if (draft_.article.guid.empty()) draft_.article.guid = attribute(record.open_tag, "id");
        use_docno();
        use_text();
        if (!record.closed)
            draft_.article.problems.push_back({.code = "sgml-unclosed",
                                               .field = {},
                                               .message = "the record has no </DOC>",
                                               .hint = {}});
        return std::move(draft_);
    }

private:
    void take(Part part, std::string_view content) {
        Article& article = draft_.article;
        const auto keep = [&](std::string& field) {
            if (field.empty()) field = text::one_line(sgml_text(content));
        };
        switch (part) {
            case Part::docno:
                return keep(article.guid);
            case Part::headline:
                return keep(article.headline);
            case Part::subheadline:
                return keep(article.subheadline);
            case Part::byline:
                return keep(article.byline);
            case Part::dateline:
                return keep(article.dateline);
            case Part::source:
                return keep(article.source);
            case Part::section:
                return keep(article.section);
            case Part::slugline:
                return keep(article.slugline);
            case Part::copyright:
                return keep(article.copyright);
            case Part::url:
                return keep(article.url);
            case Part::language:
                return keep(article.language);
            case Part::summary:
                return keep(article.summary);
            case Part::file_id:
                return keep(file_id_);
            case Part::date:
                draft_.published.push_back(date_text(sgml_text(content)));
                return;
            case Part::keywords:
                return add_keywords(article.keywords, sgml_text(content));
            case Part::text:
                return append_paragraphs(text_, sgml_text(content));
            case Part::web_header:
                return take_web_header(content);
            case Part::web_page:
                draft_.page = content;
                return;
            case Part::other:
                return;
        }
    }

    // The address on the first line, then HTTP's headers; the page follows.
    void take_web_header(std::string_view header) {
        const std::size_t first = std::min(header.find_first_not_of("\r\n"), header.size());
        const std::size_t end = std::min(header.find_first_of("\r\n", first), header.size());
        const std::string_view line = header.substr(first, end - first);
        draft_.article.url = line.substr(0, line.find(' '));
        const auto behind = std::size_t(header.data() + header.size() - content_.data());
        const std::size_t close = content_.find('>', behind);
        if (close != content_.npos) draft_.page = content_.substr(close + 1);
    }

    // id of <DOC id="AFP_ENG_20040101.0001" type="story">
    static std::string attribute(std::string_view tag, std::string_view name) {
        const std::size_t at = tag.find(' ' + std::string(name) + "=\"");
        if (at == tag.npos) return {};
        const std::size_t begin = tag.find('"', at) + 1;
        const std::size_t end = tag.find('"', begin);
        return end == tag.npos ? "" : std::string(tag.substr(begin, end - begin));
    }

    // What the collection's numbering tells, where the document itself does not.
    void use_docno() {
        const DocnoFacts facts = docno_facts(draft_.article.guid);
        if (draft_.article.source.empty()) draft_.article.source = facts.source;
        for (const std::string& date : {ap_file_date(file_id_), facts.date})
            if (!date.empty()) draft_.published.push_back(date);
    }

    void use_text() {
        if (draft_.article.headline.empty()) {
            draft_.article.body = std::move(text_);
        } else {
            draft_.story = std::move(text_);
        }
    }

    core::Draft draft_;
    std::string_view content_;
    std::string text_, file_id_;
};

class TrecReader final : public Reader {
public:
    explicit TrecReader(std::unique_ptr<core::ByteSource> source)
        : records_(std::move(source), "DOC", longest_record) {}

    std::optional<core::Draft> next() override {
        const auto record = records_.next();
        if (!record) return std::nullopt;
        return Document().read(*record);
    }

private:
    TaggedRecords records_;
};

int matches(std::string_view head, std::string_view) {
    const std::size_t first = std::min(head.find_first_not_of(" \t\r\n"), head.size());
    const std::string_view start = head.substr(first);
    if (!begins_tag(start, "<DOC")) return 0;
    if (start.substr(0, 4000).find("<DOCNO>") != start.npos) return 98;
    return start.starts_with("<DOC id=") || start.starts_with("<DOC>") ? 90 : 40;
}

std::unique_ptr<Reader> open_trec(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<TrecReader>(std::move(source));
}

}  // namespace

const Format trec_format{"trec", "TREC collections: many <DOC> elements a file", matches,
                         open_trec};

}  // namespace morgue::formats
