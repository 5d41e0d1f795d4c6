#pragma once
// The kinds of wrong that a caller sees. The world at fault (no archive, a full disk, another
// writer) is thrown as an Error; faulty input is a Problem, a value that is collected and shown;
// a faulty program is an assert.
#include <cstddef>
#include <stdexcept>
#include <string>

namespace morgue {

class Error : public std::runtime_error {
public:
    enum class Kind {
        usage,           // the caller asked for something that does not exist
        query,           // a query beyond a limit, or faulty where faults are not forgiven
        not_an_archive,  // the folder holds no archive
        busy,            // another process is writing the archive
        corrupt,         // a store holds what this program did not write
        io,              // the system refused: disk full, no permission, no such file
    };

    Error(Kind kind, const std::string& what, std::string hint = {})
        : std::runtime_error(what), kind_(kind), hint_(std::move(hint)) {}

    Kind kind() const noexcept { return kind_; }
    const std::string& hint() const noexcept {
        return hint_;
    }  // what the user can do; may be empty

private:
    Kind kind_;
    std::string hint_;
};

// Something in an input (an article, a date, a query) that was read as best it could be.
struct Problem {
    std::string code;                // stable and short: "date-unparsed", "unclosed-quote"
    std::string field;               // the field it concerns; empty if none
    std::string message;             // a sentence for a person
    std::string hint;                // what to write instead; may be empty
    std::size_t begin = 0, end = 0;  // byte range of the query text; 0, 0 elsewhere

    bool operator==(const Problem&) const = default;
};

}  // namespace morgue
