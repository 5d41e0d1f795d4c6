#include "fuzz/targets.hpp"

#include <algorithm>
#include <morgue/error.hpp>

#include "entities/recogniser.hpp"
#include "extract/extract.hpp"
#include "formats/field_map.hpp"
#include "formats/reading.hpp"
#include "formats/spans_file.hpp"
#include "query/parse.hpp"
#include "support/temp_archive.hpp"
#include "text/language.hpp"
#include "text/patterns.hpp"
#include "text/utf8.hpp"

namespace morgue::fuzz {

namespace {

constexpr std::size_t most_records = 2000;

// The query language: what is printed of a tree is read as the same tree.
Broken query(const Target&, std::string_view bytes) {
    try {
        const query::Parsed parsed = query::parse(bytes);
        const std::string printed = query::print(parsed.expr);
        if (query::parse(printed).expr != parsed.expr) return "reads differently: " + printed;
    } catch (const Error& error) {
        if (error.kind() != Error::Kind::query) throw;
    }
    return std::nullopt;
}

Broken date(const Target&, std::string_view bytes) {
    const auto found = extract::read_date(bytes);
    if (!found) return std::nullopt;
    const auto again = extract::read_date(found->iso());
    if (!again || again->iso() != found->iso()) return "is no date again: " + found->iso();
    return std::nullopt;
}

Broken byline(const Target&, std::string_view bytes) {
    for (const std::string& author : extract::read_byline(bytes).authors)
        if (author.empty()) return "an author without a name";
    extract::is_byline(bytes);
    return std::nullopt;
}

Broken dateline(const Target&, std::string_view bytes) {
    const auto found = extract::read_dateline(bytes);
    if (found && found->length > bytes.size()) return "a dateline longer than its text";
    return std::nullopt;
}

Broken rights(const Target&, std::string_view bytes) {
    std::string body(bytes);
    extract::take_rights(body);
    if (!bytes.starts_with(body)) return "more than the end was taken";
    return std::nullopt;
}

Broken field_map(const Target&, std::string_view bytes) {
    try {
        formats::FieldMap::parse(bytes, "rules.map");
    } catch (const Error& error) {
        if (error.kind() != Error::Kind::usage) throw;
    }
    return std::nullopt;
}

Broken patterns(const Target&, std::string_view bytes) {
    const std::string text = text::repair_utf8(std::string(bytes));
    const auto found = text::find_patterns({text}, "de");
    if (found.size() > text::most_patterns) return "more patterns than are taken";
    for (const std::string& value : found)
        if (!text::is_valid_utf8(value) || value.find('/') + 1 >= value.size())
            return "a pattern without kind or value: " + value;
    return std::nullopt;
}

bool is_within(const Mention& mention, const Article& article) {
    const std::string& text =
        mention.where == Mention::Where::headline ? article.headline : article.body;
    return mention.begin < mention.end && mention.end <= text.size();
}

Broken entities(const Target&, std::string_view bytes) {
    static entities::Recogniser recogniser;
    Article article;
    article.body = text::tidy_paragraphs(text::repair_utf8(std::string(bytes)));
    article.headline = article.body.substr(0, article.body.find('\n'));
    article.language = text::detect_language(article.body);
    for (const Entity& entity : recogniser.recognise(article)) {
        if (entity.name.empty()) return "an entity without a name";
        for (const Mention& mention : entity.mentions)
            if (!is_within(mention, article)) return "a mention outside of its text";
    }
    return std::nullopt;
}

// Every text of an article is UTF-8 without control characters.
Broken faulty_text(const Article& article) {
    for (const std::string* text :
         {&article.guid, &article.url, &article.headline, &article.subheadline, &article.slugline,
          &article.byline, &article.dateline, &article.located, &article.source, &article.copyright,
          &article.section, &article.language, &article.summary, &article.body}) {
        if (!text::is_valid_utf8(*text)) return "not UTF-8: " + *text;
        const bool controls = std::any_of(text->begin(), text->end(), [](char c) {
            return (c >= 0 && c < ' ' && c != '\n') || c == 0x7F;
        });
        if (controls) return "control characters: " + *text;
    }
    return std::nullopt;
}

Broken read_everything(formats::Reader& reader) {
    for (std::size_t record = 0; record < most_records; ++record) {
        try {
            auto draft = reader.next();
            if (!draft) return std::nullopt;
            if (const Broken broken = faulty_text(extract::complete(std::move(*draft))))
                return broken;
        } catch (const core::BadRecord&) {
        } catch (const core::PassedOver&) {
        }
    }
    return std::nullopt;
}

// An input of the format that the target is named after; of any format if it is named "any".
Broken input(const Target& target, std::string_view bytes) {
    try {
        auto source = std::make_unique<formats::StringSource>(std::string(bytes), 1000);
        const formats::Opened opened = formats::open(std::move(source), "input",
                                                     {.format = formats::find_format(target.name)});
        return read_everything(*opened.reader);
    } catch (const core::BadInput&) {
        return std::nullopt;
    }
}

// Records say who is named in them, and then so does the file of them.
Broken spans(const Target&, std::string_view bytes) try {
    static const TempArchive folder;
    const std::string path = folder.file("spans").string();
    std::ofstream(path, std::ios::binary) << bytes;
    const formats::SpansFile spans(path);
    const formats::Opened opened =
        formats::open(std::make_unique<formats::StringSource>(std::string(bytes)), "input",
                      {.format = formats::find_format("jsonl")});
    for (std::size_t record = 0; record < most_records; ++record) {
        try {
            auto draft = opened.reader->next();
            if (!draft) break;
            Article article = extract::complete(std::move(*draft));
            spans.apply(article);
            for (const Entity& entity : article.entities)
                for (const Mention& mention : entity.mentions)
                    if (!is_within(mention, article)) return "a mention outside of its text";
        } catch (const core::BadRecord&) {
        }
    }
    return std::nullopt;
} catch (const core::BadInput&) {
    return std::nullopt;
} catch (const Error& error) {
    if (error.kind() != Error::Kind::usage) throw;
    return std::nullopt;
}

std::vector<Target> all_targets() {
    std::vector<Target> all{{"query", query},       {"date", date},         {"byline", byline},
                            {"dateline", dateline}, {"rights", rights},     {"map", field_map},
                            {"entities", entities}, {"patterns", patterns}, {"spans", spans},
                            {"any", input}};
    for (const formats::Format& format : formats::all_formats())
        all.push_back({std::string(format.name), input});
    return all;
}

}  // namespace

const std::vector<Target>& targets() {
    static const std::vector<Target> all = all_targets();
    return all;
}

}  // namespace morgue::fuzz
