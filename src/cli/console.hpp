#pragma once
// The two streams the program speaks on: answers on standard output, messages on standard error.
#include <string>
#include <string_view>

#include "render/terminal.hpp"

namespace morgue::cli {

class Console {
public:
    struct Options {
        render::Color color = render::Color::automatic;
        bool pager = true;
        bool quiet = false;
    };

    explicit Console(const Options& options);

    const render::Style& style() const { return out_; }
    const render::Style& message_style() const { return err_; }
    bool quiet() const { return quiet_; }

    // To standard output. Throws Error io when the system refuses.
    void write(std::string_view text);

    // The same, through a pager when a person looks and the text is longer than the screen.
    void page(std::string_view text);

    // "morgue: WHAT" and "hint: ..." on standard error; control characters are made visible.
    void complain(std::string_view what, std::string_view hint = {});

    // A line on standard error as it is.
    void message(std::string_view line);

    // Everything written has gone out. Throws Error io.
    void finish();

private:
    bool page_through(const std::string& command, std::string_view text);

    render::Style out_, err_;
    bool pager_, quiet_;
};

}  // namespace morgue::cli
