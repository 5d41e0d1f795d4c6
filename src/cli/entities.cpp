// morgue entities: the people, organisations and places of articles, and a person's corrections.
#include <array>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/count_values.hpp"
#include "cli/entity_words.hpp"
#include "cli/search_request.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"type", 0, "person|organisation|place", "only these; repeatable (all three)"},
    Option{"all",  0, "",     "count every article that has the name, those too that name it once in passing"},
    Option{"into", 0, "NAME", "of merge: the name that is kept"},
    Option{"for",  0, "NAME", "of alias: whom the other names are to find"},
    Option{"from", 0, "NAME", "of split: whom the other names are not"},
    Option{"as",   0, "person|organisation|place", "of type: what it is"},
    count_option, copies_option, buckets_option, match_option,
    Option{"format", 0, "text|json|csv|tsv", "how it is printed (text)"},
    strict_option, lang_option,
};
constexpr std::string_view text = R"(Counted are the articles that name somebody in the headline or the first paragraph, or twice; with
--all every one that does. `morgue facets --by person` counts like --all.

  morgue entities
  morgue entities oil --type person --limit 20
  morgue entities -- show        articles that have the word "show" (see below)

Names can be corrected. That takes effect at once, in every answer; the corrections stand in
entities.toml in the archive's folder and may be edited there, too. --type says which is meant
where a name is of several kinds.

  morgue entities show NAME                   all about one
  morgue entities suggest                     which names may be one, and why it seems so
  morgue entities merge NAME... --into NAME   they are the same
  morgue entities split NAME... --from NAME   they are not, whatever it looks like
  morgue entities alias NAME... --for NAME    who looks for the first finds the second, too
  morgue entities kill NAME...                that is nobody
  morgue entities pin NAME...                 it is spelt so
  morgue entities type NAME... --as KIND      that is what it is
  morgue entities list                        the corrections there are
  morgue entities undo                        takes back the last change
)";

struct Word {
    std::string_view name;
    int (*run)(const Arguments& arguments, Console& console);
};
constexpr std::array words{
    Word{"show",    show_entity},     Word{"suggest", suggest_entities},
    Word{"merge",   correct_entity},  Word{"split",   correct_entity},
    Word{"alias",   correct_entity},  Word{"kill",    correct_entity},
    Word{"pin",     correct_entity},  Word{"type",    correct_entity},
    Word{"list",    list_corrections}, Word{"undo",   undo_correction},
};
// clang-format on

}  // namespace

const Manual entities_manual{options, text};

int entities(const Arguments& arguments, Console& console) {
    if (arguments.free_operands() > 0)
        for (const Word& word : words)
            if (word.name == arguments.operands().front()) return word.run(arguments, console);
    std::vector<Field::Id> fields;
    for (const std::string& name : arguments.values("type"))
        fields.push_back(facet_named(name, "type"));
    if (fields.empty()) fields = {Field::Id::person, Field::Id::organisation, Field::Id::place};
    return count_values(arguments, console, std::move(fields), !arguments.has("all"));
}

}  // namespace morgue::cli
