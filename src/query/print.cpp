#include "query/parse.hpp"

namespace morgue::query {

namespace {

std::string in(InField id) {
    return id ? std::string(field(*id).name) + ':' : std::string();
}

bool needs_quotes(std::string_view value) {
    return value.empty() || value.find_first_of(" \t()\"") != value.npos ||
           value.starts_with("\u201C");
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

std::string operator_of(const Near& near) {
    const std::string no = near.negated ? " NOT " : " ";
    switch (near.unit) {
        case Near::Unit::sentence:
            return no + (near.ordered ? "PRE/S " : "W/S ");
        case Near::Unit::paragraph:
            return no + (near.ordered ? "PRE/P " : "W/P ");
        default:
            return no + (near.ordered ? "ADJ/" : "NEAR/") + std::to_string(near.distance) + ' ';
    }
}

std::string name_of(Cased::Case letters) {
    return letters == Cased::Case::some  ? "caps"
           : letters == Cased::Case::all ? "allcaps"
                                         : "nocaps";
}

// name(operand), without a second pair of parentheses round a group.
std::string call(const std::string& name, const Expr& operand) {
    const std::string inside = print(operand);
    return inside.starts_with('(') ? name + inside : name + '(' + inside + ')';
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
            [](const Wildcard& w) { return in(w.field) + w.pattern; },
            [](const Fuzzy& f) { return in(f.field) + f.text + '~' + std::to_string(f.edits); },
            [](const Value& v) { return in(v.field) + value_text(v.text); },
            [](const Dates& d) { return in(d.field) + dates_text(d); },
            [](const Numbers& n) { return in(n.field) + numbers_text(n); },
            [](const Has& h) { return "has:" + std::string(field(h.of).name); },
            [](const Saved& s) { return "saved:" + value_text(s.name); },
            [](const Near& n) { return join(n.of, operator_of(n)); },
            [](const Cased& c) { return call(name_of(c.letters), c.of.front()); },
            [](const AtLeast& a) {
                return call("atleast" + std::to_string(a.times), a.of.front());
            },
            [](const First& f) { return call("first" + std::to_string(f.words), f.of.front()); },
            [](const All& a) { return join(a.of, " AND "); },
            [](const Any& a) { return join(a.of, " OR "); },
            [](const Not& n) {
                const std::string of = print(n.of.front());
                return of.starts_with("NOT ") ? "NOT (" + of + ')' : "NOT " + of;
            },
            [](const Prefer& p) { return "(+" + print(p.of[0]) + ' ' + print(p.of[1]) + ')'; },
        },
        expr.node);
}

}  // namespace morgue::query
