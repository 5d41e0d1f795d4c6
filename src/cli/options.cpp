#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <charconv>
#include <limits>
#include <morgue/error.hpp>

#include "cli/suggest.hpp"

namespace morgue::cli {

namespace {

namespace po = boost::program_options;

// clang-format off
constexpr std::array common{
    Option{"archive",  'a', "DIR",               "the archive (else $MORGUE_ARCHIVE, else ~/.local/share/morgue)"},
    Option{"color",    0,   "auto|always|never", "colour; auto, the default: on a terminal without NO_COLOR"},
    Option{"no-pager", 0,   "",                  "print long answers at once"},
    Option{"quiet",    'q', "",                  "print no summary and no progress"},
    Option{"help",     'h', "",                  "print this"},
};
// clang-format on

bool is_choice_list(std::string_view value) {
    return value.find('|') != value.npos &&
           std::none_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::string_view> split_choices(std::string_view value) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = std::min(value.find('|', at), value.size());
        out.push_back(value.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

po::options_description describe(const std::vector<Option>& options) {
    po::options_description description;
    for (const Option& option : options) {
        std::string names(option.name);
        if (option.letter) names.append(1, ',').append(1, option.letter);
        if (option.value.empty())
            description.add_options()(names.c_str(), "");
        else
            description.add_options()(names.c_str(), po::value<std::string>(), "");
    }
    return description;
}

Error unknown(const po::unknown_option& error, const std::vector<Option>& options,
              std::string_view command) {
    const std::string typed = error.get_option_name();
    std::vector<std::string_view> names;
    for (const Option& option : options) names.push_back(option.name);
    std::string otherwise = "`morgue help " + std::string(command) + "` lists the options";
    if (command == "search" || command == "facets" || command == "entities")
        otherwise += "; to exclude a word from a search put -- before the query";
    const std::size_t dashes = std::min(typed.find_first_not_of('-'), typed.size());
    return {Error::Kind::usage, "there is no option " + typed,
            did_you_mean(std::string_view(typed).substr(dashes), names, "--", otherwise)};
}

std::vector<po::option> parse(std::span<const std::string> typed,
                              const std::vector<Option>& options, std::string_view command) {
    namespace style = po::command_line_style;
    constexpr int forms = style::unix_style & ~style::allow_guessing;
    const po::options_description description = describe(options);
    const std::string help = "see `morgue help " + std::string(command) + "`";
    try {
        const std::vector<std::string> arguments(typed.begin(), typed.end());
        return po::command_line_parser(arguments).options(description).style(forms).run().options;
    } catch (const po::unknown_option& error) {
        throw unknown(error, options, command);
    } catch (const po::invalid_command_line_syntax& error) {
        const std::string option = error.get_option_name();
        if (error.kind() == po::invalid_syntax::extra_parameter ||
            error.kind() == po::invalid_syntax::long_adjacent_not_allowed)
            throw Error(Error::Kind::usage, option + " takes no value", help);
        throw Error(Error::Kind::usage, option + " needs a value", help);
    } catch (const po::error& error) {
        throw Error(Error::Kind::usage, error.what(), help);
    }
}

void check_choice(const Option& option, const std::string& value) {
    if (!is_choice_list(option.value)) return;
    const auto choices = split_choices(option.value);
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
    std::string all;
    for (const std::string_view choice : choices)
        all.append(all.empty() ? "it is one of " : ", ").append(choice);
    throw Error(Error::Kind::usage, "--" + std::string(option.name) + " knows no '" + value + "'",
                did_you_mean(value, choices, "", all));
}

}  // namespace

std::span<const Option> common_options() {
    return common;
}

Arguments::Arguments(std::span<const std::string> typed, std::span<const Option> options,
                     std::string_view command) {
    std::vector<Option> known(options.begin(), options.end());
    known.insert(known.end(), common.begin(), common.end());
    for (const po::option& given : parse(typed, known, command)) {
        if (given.string_key.empty()) {
            operands_.insert(operands_.end(), given.value.begin(), given.value.end());
            continue;
        }
        const auto option = std::find_if(known.begin(), known.end(), [&](const Option& candidate) {
            return candidate.name == given.string_key ||
                   given.string_key == std::string{'-', candidate.letter};
        });
        if (option == known.end()) continue;
        auto& values = values_[std::string(option->name)];
        for (const std::string& value : given.value) {
            check_choice(*option, value);
            values.push_back(value);
        }
    }
    const auto dashes = std::find(typed.begin(), typed.end(), "--");
    const auto behind = std::size_t(typed.end() - dashes);
    free_operands_ = operands_.size() - std::min(operands_.size(), behind ? behind - 1 : 0);
}

bool Arguments::has(std::string_view option) const {
    return values_.contains(option);
}

std::string Arguments::value(std::string_view option, std::string_view otherwise) const {
    const auto found = values_.find(option);
    if (found == values_.end() || found->second.empty()) return std::string(otherwise);
    return found->second.back();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    const auto found = values_.find(option);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
}

std::uint64_t Arguments::number(std::string_view option, std::uint64_t otherwise) const {
    const std::string text = value(option);
    if (text.empty() && !has(option)) return otherwise;
    if (text == "all") return std::numeric_limits<std::uint64_t>::max();
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        throw Error(Error::Kind::usage,
                    "--" + std::string(option) + ": '" + text + "' is not a whole number",
                    "give one, e.g. --" + std::string(option) + " 20");
    return number;
}

}  // namespace morgue::cli
