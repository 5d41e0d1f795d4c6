#pragma once
// Xapian's exceptions become ours here, once.
#include <xapian.h>
#include <morgue/error.hpp>
#include <stdexcept>
#include <string>

namespace morgue::index {

// Calls f; what Xapian throws leaves as an Error that names `what` (a folder, a query).
template <class F>
auto guard(const std::string& what, F&& f) -> decltype(f()) {
    try {
        return f();
    } catch (const Xapian::DatabaseCorruptError& e) {
        throw Error(Error::Kind::corrupt, "the index is damaged: " + what + ": " + e.get_msg(),
                    "morgue rebuild makes it anew from the articles");
    } catch (const Xapian::DatabaseVersionError& e) {
        throw Error(
            Error::Kind::corrupt,
            "the index has a format this program does not know: " + what + ": " + e.get_msg(),
            "morgue rebuild makes it anew from the articles");
    } catch (const std::length_error&) {  // a length that was overwritten
        throw Error(Error::Kind::corrupt, "the index is damaged: " + what,
                    "morgue rebuild makes it anew from the articles");
    } catch (const Xapian::Error& e) {
        const char* reason = e.get_error_string();
        throw Error(
            Error::Kind::io,
            what + ": " + e.get_msg() + (reason ? std::string(": ") + reason : std::string()),
            "check that the disk has room and that the folder may be read and written");
    }
}

}  // namespace morgue::index
