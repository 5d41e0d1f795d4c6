#pragma once
// The options of a command: a table that help is printed from and arguments are read by. Options
// may stand anywhere after the command; "--" ends them.
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::cli {

struct Option {
    std::string_view name;   // the long form, without dashes
    char letter;             // the short form; 0 if there is none
    std::string_view value;  // of its value: "DIR", or all choices "all|any"; empty: a switch
    std::string_view help;   // with its default
};

// Understood by every command.
std::span<const Option> common_options();

// What was typed after a command.
class Arguments {
public:
    // Throws Error usage: an unknown option, a value that is missing or not one of the choices.
    // `command` is for the hints.
    Arguments(std::span<const std::string> typed, std::span<const Option> options,
              std::string_view command);

    bool has(std::string_view option) const;

    // The last one given.
    std::string value(std::string_view option, std::string_view otherwise = {}) const;
    std::vector<std::string> values(std::string_view option) const;

    // A whole number; `all` means the greatest there is where the option's value is "N|all".
    std::uint64_t number(std::string_view option, std::uint64_t otherwise) const;

    const std::vector<std::string>& operands() const { return operands_; }

    // How many of them stand before "--", and may be words of a command.
    std::size_t free_operands() const { return free_operands_; }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
    std::vector<std::string> operands_;
    std::size_t free_operands_ = 0;
};

}  // namespace morgue::cli
