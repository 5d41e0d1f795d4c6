#include "extract/watch.hpp"

#include <algorithm>

namespace morgue::extract {
namespace {

std::string joined(const std::vector<std::string>& values) {
    std::string out;
    for (const auto& value : values) (out += out.empty() ? "" : "; ") += value;
    return out;
}

std::string iso(const std::optional<Date>& date) {
    return date ? date->iso() : std::string();
}

struct FieldText {
    std::string_view name;
    std::string (*text)(const Article&);
};

// clang-format off
constexpr FieldText fields[] = {
    {"guid",        [](const Article& a) { return a.guid; }},
    {"url",         [](const Article& a) { return a.url; }},
    {"headline",    [](const Article& a) { return a.headline; }},
    {"subheadline", [](const Article& a) { return a.subheadline; }},
    {"slugline",    [](const Article& a) { return a.slugline; }},
    {"byline",      [](const Article& a) { return a.byline; }},
    {"authors",     [](const Article& a) { return joined(a.authors); }},
    {"dateline",    [](const Article& a) { return a.dateline; }},
    {"located",     [](const Article& a) { return a.located; }},
    {"published",   [](const Article& a) { return iso(a.published); }},
    {"updated",     [](const Article& a) { return iso(a.updated); }},
    {"source",      [](const Article& a) { return a.source; }},
    {"copyright",   [](const Article& a) { return a.copyright; }},
    {"section",     [](const Article& a) { return a.section; }},
    {"keywords",    [](const Article& a) { return joined(a.keywords); }},
    {"language",    [](const Article& a) { return a.language; }},
    {"summary",     [](const Article& a) { return a.summary; }},
    {"body",        [](const Article& a) { return a.body.substr(0, 400); }},
};
// clang-format on

}  // namespace

Watch::Watch(const Article& article, Origins* origins) : article_(article), origins_(origins) {
    if (!origins_) return;
    for (const auto& field : fields) before_.push_back(field.text(article_));
    known_ = origins_->size();
}

void Watch::step(std::string_view rule) {
    if (!origins_) return;
    const auto known = origins_->size();
    for (std::size_t i = 0; i < std::size(fields); ++i) {
        auto text = fields[i].text(article_);
        const bool filled = before_[i].empty() && !text.empty();
        const auto noted = std::find_if(
            origins_->begin() + std::ptrdiff_t(known_), origins_->end(),
            [&](const Origin& each) { return each.field == fields[i].name; });
        if (filled && noted == origins_->end()) supersede(origins_, fields[i].name, rule, text);
        before_[i] = std::move(text);
    }
    known_ = std::max(known, origins_->size());
}

}  // namespace morgue::extract
