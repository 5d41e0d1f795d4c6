#pragma once
// Thrown inside a reader: BadInput when an input cannot be read any further, BadRecord when one
// record is lost. Whoever drives the reader turns them into failed records of the report; they
// never leave ingest.
#include <stdexcept>
#include <string>

namespace morgue::core {

class BadInput : public std::runtime_error {
public:
    BadInput(std::string code, const std::string& message)
        : std::runtime_error(message), code_(std::move(code)) {}

    const std::string& code() const noexcept { return code_; }  // e.g. "gzip-truncated"

private:
    std::string code_;
};

// This record is lost, the next can be read: Reader::next() may be called again.
class BadRecord : public std::runtime_error {
public:
    BadRecord(std::string code, const std::string& message)
        : std::runtime_error(message), code_(std::move(code)) {}

    const std::string& code() const noexcept { return code_; }  // e.g. "json-broken"

private:
    std::string code_;
};

}  // namespace morgue::core
