#include "index/stemmer.hpp"

namespace morgue::index {

namespace {
Xapian::Stem snowball(const std::string& language) {
    try {
        return Xapian::Stem(language);
    } catch (const Xapian::InvalidArgumentError&) {
        return {};
    }
}
}  // namespace

std::string stem_language(std::string_view bcp47) {
    const std::string_view primary = bcp47.substr(0, bcp47.find_first_of("-_"));
    return primary.empty() ? "en" : std::string(primary);
}

Stemmer::Stemmer(const std::string& language) : stem_(snowball(language)) {}

std::string_view Stemmer::operator()(std::string_view word) {
    const auto found = known_.find(word);
    if (found != known_.end()) return found->second;
    if (known_.size() >= most_remembered) known_.clear();
    std::string key(word);
    std::string stem = stem_(key);
    return known_.emplace(std::move(key), std::move(stem)).first->second;
}

}  // namespace morgue::index
