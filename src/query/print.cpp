#include "query/parse.hpp"

namespace morgue::query {

namespace {

std::string in(InField id) {
    return id ? std::string(field(*id).name) + ':' : std::string();
}

bool needs_quotes(std::string_view value) {
    return value.empty() || value.find_first_of(" \t()\"") != value.npos;
}

std::string value_text(std::string_view value) {
    return needs_quotes(value) ? '"' + std::string(value) + '"' : std::string(value);
}

std::string dates_text(const Dates& dates) {
    const std::string from = dates.range.from ? dates.range.from->iso() : "";
    const std::string to = dates.range.to ? dates.range.to->iso() : "";
    if (dates.none) return "none";
    return from == to ? from : from + ".." + to;
}

std::string numbers_text(const Numbers& numbers) {
    const std::string from = numbers.from ? std::to_string(*numbers.from) : "";
    const std::string to = numbers.to ? std::to_string(*numbers.to) : "";
    return from == to ? from : from + ".." + to;
}

std::string join(const std::vector<Expr>& of, const std::string& with) {
    std::string out = "(";
    for (std::size_t i = 0; i < of.size(); ++i) out += (i ? with : "") + print(of[i]);
    return out + ')';
}

}  // namespace

std::string print(const Expr& expr) {
    return std::visit(
        overload{
            [](const Everything&) -> std::string { return "*"; },
            [](const Word& w) { return in(w.field) + (w.exact ? "=" : "") + w.text; },
            [](const Phrase& p) {
                return in(p.field) + (p.exact ? "=" : "") + '"' + p.text + '"' +
                       (p.within ? "~" + std::to_string(*p.within) : "");
            },
            [](const Prefix& p) { return in(p.field) + p.stem + '*'; },
            [](const Value& v) { return in(v.field) + value_text(v.text); },
            [](const Dates& d) { return in(d.field) + dates_text(d); },
            [](const Numbers& n) { return in(n.field) + numbers_text(n); },
            [](const Has& h) { return "has:" + std::string(field(h.of).name); },
            [](const Near& n) {
                return join(n.of,
                            (n.ordered ? " ADJ/" : " NEAR/") + std::to_string(n.distance) + " ");
            },
            [](const All& a) { return join(a.of, " AND "); },
            [](const Any& a) { return join(a.of, " OR "); },
            [](const Not& n) { return "NOT " + print(n.of.front()); },
            [](const Prefer& p) { return "(+" + print(p.of[0]) + ' ' + print(p.of[1]) + ')'; },
        },
        expr.node);
}

}  // namespace morgue::query
