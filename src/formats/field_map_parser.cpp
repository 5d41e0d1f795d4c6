// The language of map files: one line a field, "headline = title | meta.title".
#include <algorithm>
#include <charconv>
#include <morgue/error.hpp>

#include "core/edit_distance.hpp"
#include "formats/date_pattern.hpp"
#include "formats/field_map.hpp"

namespace morgue::formats {

namespace {

constexpr std::string_view blanks = " \t\r\f\v";

constexpr std::string_view targets[] = {
    "headline", "subheadline", "slugline", "byline",  "authors",  "dateline", "located",
    "guid",     "url",         "source",   "section", "keywords", "language", "published",
    "updated",  "copyright",   "summary",  "body",    "story",    "page",
};
constexpr std::string_view settings[] = {"records", "columns", "delimiter"};
constexpr std::string_view actions[] = {"html", "plain", "split", "join", "date"};

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

template <class List>
bool is_one_of(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != std::end(list);
}

std::string quoted(std::string_view text) {
    return '\'' + std::string(text.substr(0, 60)) + '\'';
}

// The nearest of the words, or all of them.
template <class List>
std::string suggestion(const List& list, std::string_view word) {
    std::string all;
    std::size_t nearest = 3;
    std::string_view best;
    for (const std::string_view each : list) {
        all.append(all.empty() ? "there are: " : " ").append(each);
        const std::size_t distance = core::edit_distance(word.substr(0, 40), each);
        if (distance >= nearest) continue;
        nearest = distance;
        best = each;
    }
    return best.empty() ? all : "did you mean " + std::string(best) + "?";
}

}  // namespace

class FieldMapParser {
public:
    explicit FieldMapParser(std::string_view name) : name_(name) {}

    FieldMap parse(std::string_view rules, bool loose) {
        map_.loose_ = loose;
        while (!rules.empty()) {
            const std::size_t end = std::min(rules.find('\n'), rules.size());
            ++number_;
            read_line(trimmed(rules.substr(0, end)));
            rules.remove_prefix(std::min(end + 1, rules.size()));
        }
        if (map_.rules_.empty())
            fail("there are no rules in it", "write one, e.g. headline = title");
        return std::move(map_);
    }

private:
    [[noreturn]] void fail(const std::string& what, const std::string& hint) const {
        throw Error(Error::Kind::usage, name_ + ':' + std::to_string(number_) + ": " + what, hint);
    }

    // ---- characters

    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

    void skip_blanks() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size()));
    }

    bool take(char c) {
        skip_blanks();
        if (peek() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    // "..." with \n, \t, \" and \\ in it.
    std::string string() {
        std::string out;
        rest_.remove_prefix(1);
        while (peek() != '"') {
            if (rest_.empty()) fail("a \" is missing", "end the text with \"");
            char c = peek();
            rest_.remove_prefix(1);
            if (c == '\\' && !rest_.empty()) {
                c = peek() == 'n' ? '\n' : peek() == 't' ? '\t' : peek();
                rest_.remove_prefix(1);
            }
            out += c;
        }
        rest_.remove_prefix(1);
        return out;
    }

    std::string string_after(std::string_view action) {
        skip_blanks();
        if (peek() != '"')
            fail(std::string(action) + " needs a text in quotes",
                 "write it behind, e.g. " + std::string(action) +
                     (action == "date" ? " \"%d/%m/%Y\"" : " \", \""));
        return string();
    }

    // ---- a line

    void read_line(std::string_view line) {
        if (line.empty() || line.front() == '#') return;
        const std::size_t equals = line.find('=');
        if (equals == line.npos)
            fail(quoted(line) + " is no rule", "write FIELD = SOURCE, e.g. headline = title");
        const std::string_view target = trimmed(line.substr(0, equals));
        rest_ = line.substr(equals + 1);
        skip_blanks();
        if (is_one_of(settings, target)) {
            read_setting(target);
        } else if (is_one_of(targets, target)) {
            map_.rules_.push_back(rule(target));
        } else {
            fail("an article has no field " + quoted(target), suggestion(targets, target));
        }
        skip_blanks();
        if (!rest_.empty() && peek() != '#')
            fail("there is no sense in " + quoted(rest_),
                 "put a name that holds | + : # \" in `backquotes`");
    }

    void read_setting(std::string_view name) {
        if (name == "records") {
            map_.records_ = path();
            for (const FieldPath::Step& step : map_.records_.steps)
                if (step.kind != FieldPath::Step::Kind::key &&
                    step.kind != FieldPath::Step::Kind::each)
                    fail("records are told by names alone", "e.g. records = response.docs");
        } else if (name == "delimiter") {
            skip_blanks();
            const std::string text = peek() == '"' ? string() : "";
            if (text.size() != 1) fail("the delimiter is one character", "e.g. delimiter = \";\"");
            map_.delimiter_ = text.front();
        } else {
            do {
                map_.columns_.push_back(path().text);
            } while (take(','));
        }
    }

    FieldMap::Rule rule(std::string_view target) {
        FieldMap::Rule made;
        made.target = target;
        made.line = number_;
        do {
            made.choices.push_back(choice());
        } while (take('|'));
        if (take(':')) do {
                read_action(made);
                skip_blanks();
            } while (!rest_.empty() && peek() != '#');
        return made;
    }

    FieldMap::Choice choice() {
        FieldMap::Choice terms;
        do {
            FieldMap::Term term;
            skip_blanks();
            term.constant = peek() == '"';
            if (term.constant) {
                term.text = string();
            } else {
                term.path = path();
            }
            terms.push_back(std::move(term));
        } while (take('+'));
        return terms;
    }

    void read_action(FieldMap::Rule& rule) {
        take(',');
        skip_blanks();
        const std::size_t end = std::min(rest_.find_first_of(" \t,\"#"), rest_.size());
        const std::string action(rest_.substr(0, end));
        rest_.remove_prefix(end);
        if (action == "html" || action == "plain") {
            read_markup(action, rule);
        } else if (action == "split") {
            rule.split = string_after(action);
            if (rule.split.empty()) fail("split by nothing", "e.g. split \";,\"");
        } else if (action == "join") {
            rule.join = string_after(action);
        } else if (action == "date") {
            read_date(rule, string_after(action));
        } else {
            fail("there is no action " + quoted(action), suggestion(actions, action));
        }
    }

    void read_markup(const std::string& action, FieldMap::Rule& rule) {
        constexpr std::string_view with_markup[] = {"headline", "summary", "body"};
        if (!is_one_of(with_markup, rule.target))
            fail(action + " is for headline, summary and body", "leave it out");
        (action == "html" ? rule.html : rule.plain) = true;
    }

    void read_date(FieldMap::Rule& rule, std::string pattern) {
        if (rule.target != "published" && rule.target != "updated")
            fail("date is for published and updated", "leave it out");
        if (const char wrong = unknown_directive(pattern))
            fail("a date pattern knows no %" + std::string(1, wrong),
                 "it knows %Y %y %m %d %e %b %B %H %I %p %M %S %z %s %f %j %%");
        rule.date = std::move(pattern);
    }

    // ---- paths

    FieldPath path() {
        skip_blanks();
        const std::string_view from = rest_;
        FieldPath made;
        do {
            read_key(made);
            while (peek() == '[') read_brackets(made);
        } while (peek() == '.' && (rest_.remove_prefix(1), true));
        made.text = made.steps.size() == 1
                        ? made.steps.front().name
                        : std::string(trimmed(from.substr(0, from.size() - rest_.size())));
        return made;
    }

    void read_key(FieldPath& to) {
        std::string name;
        if (peek() == '`') {
            const std::size_t end = rest_.find('`', 1);
            if (end == rest_.npos) fail("a ` is missing", "end the name with `");
            name = rest_.substr(1, end - 1);
            rest_.remove_prefix(end + 1);
        } else {
            const std::size_t end = std::min(rest_.find_first_of(".[|+:,\"#`"), rest_.size());
            name = trimmed(rest_.substr(0, end));
            rest_.remove_prefix(end);
        }
        // "[].title" begins in a list
        if (name.empty() && (peek() != '[' || !to.steps.empty()))
            fail("a name is missing before " + quoted(rest_),
                 "name a column, or a place like meta.author[].name");
        if (!name.empty()) to.steps.push_back({FieldPath::Step::Kind::key, std::move(name), {}, 0});
    }

    // "[]", "[0]" or "[type=text]"
    void read_brackets(FieldPath& to) {
        const std::size_t end = rest_.find(']');
        if (end == rest_.npos) fail("a ] is missing", "e.g. author[].name");
        const std::string_view inner = trimmed(rest_.substr(1, end - 1));
        rest_.remove_prefix(end + 1);
        FieldPath::Step step{FieldPath::Step::Kind::each, {}, {}, 0};
        if (const std::size_t equals = inner.find('='); equals != inner.npos) {
            step.kind = FieldPath::Step::Kind::where;
            step.name = trimmed(inner.substr(0, equals));
            step.value = trimmed(inner.substr(equals + 1));
        } else if (!inner.empty()) {
            step.kind = FieldPath::Step::Kind::at;
            const auto* const last = inner.data() + inner.size();
            const auto [stop, error] = std::from_chars(inner.data(), last, step.index);
            if (error != std::errc{} || stop != last)
                fail(quoted(inner) + " in brackets is no number",
                     "write [] for all, [0] for the first, [type=text] for some");
        }
        to.steps.push_back(std::move(step));
    }

    const std::string name_;
    FieldMap map_;
    int number_ = 0;
    std::string_view rest_;  // of the line
};

FieldMap FieldMap::parse(std::string_view rules, std::string_view name) {
    return FieldMapParser(name).parse(rules, false);
}

// What exports of newspapers, agencies, content managers and data sets call their fields.
constexpr std::string_view usual_rules = R"(
guid        = guid | uuid | article_id | doc_id | docno | document_id | story_id | _id | id
url         = url | link | web_url | article_url | story_url | permalink | canonical_url | source_url
url         = page_url | href | weblink | uri
headline    = headline | title | article_title | news_title | web_title | head | headline.main
headline    = title.rendered | titel | überschrift | titre | título | titulo | titolo | subject
subheadline = subheadline | sub_headline | subtitle | subhead | standfirst | deck | untertitel
slugline    = slugline | slug_line
byline      = byline | by_line | byline.original | author | author.name | writer | reporter
byline      = journalist | creator | autor | auteur | autore | verfasser
authors     = authors[].name | authors[] | authors | author[].name | author[] | author_name
dateline    = dateline
located     = located | place | city
source      = source | source.name | publisher | publisher.name | publication | publication_name
source      = newspaper | outlet | source_name | site_name | news_source | quelle | fuente
section     = section | section_name | category | rubric | rubrik | ressort | sección | seccion
section     = rubrique | desk | news_desk
keywords    = keywords | keywords[].value | tags | topics | subjects | schlagworte : split ",;|"
language    = language | lang | locale | sprache | langue | idioma
published   = published | published_at | date_published | publish_date | publication_date
published   = published_date | pub_date | pubdate | datum | date | first_publication_date
published   = date_time | datetime | created | created_at | date_created | timestamp | fecha
updated     = updated | updated_at | modified | date_modified | last_modified | modified_at
updated     = last_updated | modified_gmt
copyright   = copyright | rights | copyright_notice
summary     = summary | description | abstract | excerpt | excerpt.rendered | lead | teaser | deck
summary     = trail_text | lead_paragraph | snippet
body        = body | text | content | article | full_text | body_text | article_text | story
body        = article_body | maintext | main_text | article_content | content.rendered | news
body        = content_html | html | texte | texto | testo | inhalt | contenido | body.text
)";

const FieldMap& FieldMap::usual() {
    static const FieldMap map = FieldMapParser("usual").parse(usual_rules, true);
    return map;
}

}  // namespace morgue::formats
