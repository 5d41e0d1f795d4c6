// morgue entities merge, split, alias, kill, pin, type, list, undo.
#include <algorithm>
#include <morgue/error.hpp>

#include "cli/entity_words.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "render/entities.hpp"
#include "render/tables.hpp"

namespace morgue::cli {

namespace {

using Action = Correction::Action;

struct Way {
    std::string_view option, usage;  // that holds the right side; empty: there is none
};
// clang-format off
constexpr std::array<Way, 6> ways{{  // by Action
    {"for",  "alias NAME... --for NAME"},
    {"into", "merge NAME... --into NAME"},
    {"from", "split NAME... --from NAME"},
    {"",     "kill NAME..."},
    {"",     "pin NAME..."},
    {"as",   "type NAME... --as person|organisation|place"},
}};
// clang-format on

std::string right_side(const Arguments& arguments, const Way& way) {
    if (way.option.empty()) return {};
    const std::string value = arguments.value(way.option);
    if (value.empty())
        throw Error(Error::Kind::usage, "--" + std::string(way.option) + " is missing",
                    "usage: morgue entities " + std::string(way.usage));
    return value;
}

// What the wish contradicts: somebody who is corrected is not nobody, and of two names that were
// merged the other way round one leads.
std::vector<Correction> contradicted(const Correction& wish) {
    if (wish.action == Action::kill || wish.action == Action::split) return {};
    std::vector<Correction> out{{Action::kill, wish.kind, wish.name, "", 0}};
    if (wish.action == Action::merge) {
        out.push_back({Action::merge, wish.kind, wish.value, wish.name, 0});
        out.push_back({Action::split, wish.kind, wish.name, wish.value, 0});
        out.push_back({Action::kill, wish.kind, wish.value, "", 0});
    }
    return out;
}

void print_change(const CorrectionChange& change, Console& console) {
    for (const Correction& each : change.removed) console.write("- " + print(each) + '\n');
    for (const Correction& each : change.added) console.write("+ " + print(each) + '\n');
}

// What the change means now.
void tell_outcome(const Arguments& arguments, const Correction& wish, Console& console) {
    if (console.quiet() || wish.action == Action::kill || wish.action == Action::split) return;
    const ArchiveReader archive(archive_folder(arguments));
    const bool leads = wish.action == Action::merge || wish.action == Action::alias;
    const Entity::Kind kind = wish.action == Action::type ? *find_kind(wish.value) : wish.kind;
    const EntityProfile now = archive.profile(kind, leads ? wish.value : wish.name);
    console.message(std::string(kind_name(kind)) + ' ' + now.entity.name + ": " +
                    render::articles_text(now.entity.articles) + '\n');
}

}  // namespace

std::vector<std::string> names_behind(const Arguments& arguments, std::string_view usage) {
    const auto& operands = arguments.operands();
    if (operands.size() < 2)
        throw Error(Error::Kind::usage, "entities " + operands.front() + " needs a name",
                    "usage: morgue entities " + std::string(usage) +
                        "; to search for the word put -- before it");
    return {operands.begin() + 1, operands.end()};
}

Entity::Kind kind_of_names(const Arguments& arguments, const ArchiveReader& archive,
                           const std::vector<std::string>& names) {
    if (arguments.has("type")) return *find_kind(arguments.value("type"));
    std::array<std::size_t, entity_kinds.size()> articles{}, named{};
    std::size_t known = 0;
    for (const std::string& name : names) {
        const auto kinds = archive.entities_named(name);
        known += !kinds.empty();
        for (const EntityCount& each : kinds) {
            articles[std::size_t(each.kind)] += each.articles;
            ++named[std::size_t(each.kind)];
        }
    }
    if (known == 0)
        throw Error(Error::Kind::usage, "no article names '" + names.front() + "'",
                    "spell it as `morgue entities --all` prints it, or say with --type what it is");
    const auto fits = [&](std::size_t kind) { return named[kind] == known; };
    std::string all;
    std::optional<Entity::Kind> only;
    std::size_t possible = 0;
    for (std::size_t kind = 0; kind < named.size(); ++kind) {
        if (named[kind] == 0) continue;
        all += (all.empty() ? "" : ", ") + std::string(entity_kinds[kind]) + " in " +
               render::articles_text(articles[kind]);
        if (!fits(kind)) continue;
        ++possible;
        only = Entity::Kind(kind);
    }
    if (possible != 1)
        throw Error(Error::Kind::usage,
                    "of which kind '" + names.front() + "' is meant is open: " + all,
                    "say it with --type person, --type organisation or --type place");
    return *only;
}

int correct_entity(const Arguments& arguments, Console& console) {
    const Action action = *find_action(arguments.operands().front());
    const Way& way = ways[std::size_t(action)];
    const std::vector<std::string> names = names_behind(arguments, way.usage);
    const std::string value = right_side(arguments, way);
    const ArchiveReader archive(archive_folder(arguments));
    tell_corrections(archive, console);
    std::vector<std::string> of_one_kind = names;
    if (action == Action::merge || action == Action::alias || action == Action::split)
        of_one_kind.push_back(value);
    const Entity::Kind kind = kind_of_names(arguments, archive, of_one_kind);

    CorrectionChange wish;
    for (const std::string& name : names) {
        wish.added.push_back({action, kind, name, value, 0});
        for (Correction& each : contradicted(wish.added.back()))
            wish.removed.push_back(std::move(each));
    }
    const CorrectionChange change = CorrectionsFile(archive_folder(arguments)).change(wish);
    print_change(change, console);
    if (change.empty() && !console.quiet()) console.message("nothing changes: it is so already\n");
    tell_outcome(arguments, wish.added.back(), console);
    return done;
}

int list_corrections(const Arguments& arguments, Console& console) {
    const ArchiveReader archive(archive_folder(arguments));
    tell_corrections(archive, console);
    const auto corrections = CorrectionsFile(archive_folder(arguments)).list();
    std::string out;
    if (arguments.value("format") == "json")
        render::json_corrections(out, corrections);
    else
        render::text_corrections(out, corrections, console.style());
    console.page(out);
    return corrections.empty() ? nothing_found : done;
}

int undo_correction(const Arguments& arguments, Console& console) {
    const auto change = CorrectionsFile(archive_folder(arguments)).undo();
    if (!change) {
        console.complain("there is no change to take back",
                         "changes made in an editor are taken back there");
        return nothing_found;
    }
    print_change(*change, console);
    if (change->empty() && !console.quiet())
        console.message("the change was gone from entities.toml already\n");
    return done;
}

}  // namespace morgue::cli
