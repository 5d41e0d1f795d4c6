#pragma once
// Thrown inside a reader: BadInput when an input cannot be read any further, BadRecord when one
// record is lost, PassedOver to say what holds no news. Whoever drives the reader turns them into
// records of the report; they never leave ingest.
#include <cstdint>
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

// A place inside a file that holds files.
struct MemberPlace {
    std::string member;        // "dir/story.xml"; empty: the file itself
    std::uint64_t record = 0;  // in the member
};

// This record is lost, the next can be read: Reader::next() may be called again.
class BadRecord : public std::runtime_error {
public:
    BadRecord(std::string code, const std::string& message, MemberPlace place = {})
        : std::runtime_error(message), code_(std::move(code)), place_(std::move(place)) {}

    const std::string& code() const noexcept { return code_; }  // e.g. "json-broken"
    const MemberPlace& place() const noexcept { return place_; }

private:
    std::string code_;
    MemberPlace place_;
};

// Nothing is wrong, but parts of the input are no articles and were not read: how many of what.
// Said once, towards the end; Reader::next() may be called again.
class PassedOver : public std::runtime_error {
public:
    explicit PassedOver(const std::string& message, std::string member = {})
        : std::runtime_error(message), member_(std::move(member)) {}

    const std::string& member() const noexcept { return member_; }  // as MemberPlace::member

private:
    std::string member_;
};

}  // namespace morgue::core
