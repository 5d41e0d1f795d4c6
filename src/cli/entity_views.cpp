// morgue entities show and suggest.
#include <morgue/error.hpp>

#include "cli/entity_words.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "render/entities.hpp"

namespace morgue::cli {

namespace {

void must_be_text_or_json(const Arguments& arguments) {
    const std::string format = arguments.value("format", "text");
    if (format != "text" && format != "json")
        throw Error(Error::Kind::usage, "this is printed as text or json, not as " + format,
                    "leave --format away");
}

}  // namespace

int show_entity(const Arguments& arguments, Console& console) {
    must_be_text_or_json(arguments);
    std::string name;
    for (const std::string& word : names_behind(arguments, "show NAME"))
        name += (name.empty() ? "" : " ") + word;
    const ArchiveReader archive(archive_folder(arguments));
    tell_corrections(archive, console);
    std::vector<EntityProfile> found;
    for (std::size_t kind = 0; kind < entity_kinds.size(); ++kind) {
        if (arguments.has("type") && arguments.value("type") != entity_kinds[kind]) continue;
        EntityProfile profile = archive.profile(Entity::Kind(kind), name);
        if (profile.entity.articles > 0) found.push_back(std::move(profile));
    }
    std::string out;
    if (arguments.value("format") == "json")
        render::json_profiles(out, found);
    else
        render::text_profiles(out, found, console.style());
    console.page(out);
    if (!found.empty()) return done;
    console.complain("no article names '" + name + "'",
                     "whole names are asked for, as `morgue entities --all` prints them");
    return nothing_found;
}

int suggest_entities(const Arguments& arguments, Console& console) {
    must_be_text_or_json(arguments);
    if (arguments.operands().size() > 1)
        throw Error(Error::Kind::usage, "entities suggest looks at the whole archive",
                    "to search for the word put -- before it");
    const ArchiveReader archive(archive_folder(arguments));
    tell_corrections(archive, console);
    std::vector<EntitySuggestion> found = archive.suggestions();
    if (arguments.has("type"))
        std::erase_if(found, [&](const EntitySuggestion& each) {
            return kind_name(each.from.kind) != arguments.value("type");
        });
    if (const auto limit = arguments.number("limit", 50); found.size() > limit) found.resize(limit);
    std::string out;
    if (arguments.value("format") == "json")
        render::json_suggestions(out, found);
    else
        render::text_suggestions(out, found, console.style());
    console.page(out);
    if (!found.empty()) return done;
    console.complain("no two names look like one");
    return nothing_found;
}

}  // namespace morgue::cli
