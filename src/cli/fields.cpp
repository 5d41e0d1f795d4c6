// morgue fields: the table of fields.
#include <array>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "render/output.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"format", 0, "text|json", "how the table is printed (text)"},
};
// clang-format on

}  // namespace

const Manual fields_manual{options, "A field is named in a query as in the examples.\n"};

int fields(const Arguments& arguments, Console& console) {
    std::string out;
    render::find_output_format(arguments.value("format", "text"))->fields(out, console.style());
    console.page(out);
    return done;
}

}  // namespace morgue::cli
