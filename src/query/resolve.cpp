#include "query/resolve.hpp"

#include <algorithm>

namespace morgue::query {

namespace {

constexpr std::size_t deepest = 20;  // saved queries inside saved queries

class Resolving {
public:
    Resolving(const Resolver& resolver, const Options& options, std::vector<Problem>& problems)
        : resolver_(resolver), options_(options), problems_(problems) {}

    // Nothing where nothing is left.
    std::optional<Expr> resolve(Expr expr) {
        if (const auto* saved = std::get_if<Saved>(&expr.node)) return open(saved->name);
        auto* of = operands(expr);
        if (!of) return expr;
        std::vector<Expr> left;
        for (Expr& each : *of)
            if (auto resolved = resolve(std::move(each))) left.push_back(std::move(*resolved));
        if (left.empty()) return std::nullopt;
        const bool complete = left.size() == of->size();
        if (!complete && left.size() == 1) return std::move(left.front());
        *of = std::move(left);
        return expr;
    }

private:
    std::optional<Expr> open(const std::string& name) {
        if (std::find(opened_.begin(), opened_.end(), name) != opened_.end() ||
            opened_.size() >= deepest)
            return left_out("saved-cycle", "saved:" + name + " contains itself");
        const auto text = resolver_ ? resolver_(name) : std::nullopt;
        if (!text) return left_out("unknown-saved", "there is no saved search " + name);
        Parsed parsed = parse(*text, options_);
        nodes_ += size(parsed.expr);
        if (nodes_ > max_leaves)
            throw Error(Error::Kind::query,
                        "the saved searches in the query have more than " +
                            std::to_string(max_leaves) + " terms",
                        "split it into several");
        opened_.push_back(name);
        auto resolved = resolve(std::move(parsed.expr));
        opened_.pop_back();
        return resolved;
    }

    std::optional<Expr> left_out(std::string code, std::string message) {
        problems_.push_back({std::move(code),
                             {},
                             message + "; the condition is left out",
                             "morgue save lists them",
                             0,
                             0});
        return std::nullopt;
    }

    const Resolver& resolver_;
    const Options& options_;
    std::vector<Problem>& problems_;
    std::vector<std::string> opened_;
    std::size_t nodes_ = 0;
};

}  // namespace

Expr resolve(Expr expr, const Resolver& resolver, const Options& options,
             std::vector<Problem>& problems) {
    auto resolved = Resolving(resolver, options, problems).resolve(std::move(expr));
    return resolved ? std::move(*resolved) : Expr{Everything{}};
}

}  // namespace morgue::query
