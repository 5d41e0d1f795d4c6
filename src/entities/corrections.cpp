#include "entities/corrections.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace morgue::entities {

namespace {

using Action = Correction::Action;
using Kind = Entity::Kind;
using Named = Corrections::Named;

void in_order(std::vector<Mention>& mentions) {
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return std::pair(a.where, a.begin) < std::pair(b.where, b.begin);
    });
}

}  // namespace

// Takes the lines one by one, then follows each name to where it leads.
class Corrections::Builder {
public:
    Builder(Corrections& out, std::vector<Problem>& problems) : out_(out), problems_(problems) {}

    void run(std::span<const Correction> lines) {
        for (const Correction& line : lines) take(line);
        for (const auto& [from, to] : next_) {
            out_.fates_[from] = fate(from);
            if (!is_killed(to)) out_.fates_[to] = fate(to);
        }
        for (const Named& name : killed_) out_.fates_[name] = fate(name);
        for (const auto& [name, spelling] : pinned_) out_.fates_[name] = fate(name);
        for (auto& [name, targets] : out_.aliases_)
            for (Named& target : targets)
                if (const Fate* found = out_.fate(target.kind, target.key); found && !found->killed)
                    target = {found->kind, found->key};
    }

private:
    void take(const Correction& line) {
        const Named name{line.kind, text::name_key(line.name)};
        const Named other{line.kind, text::name_key(line.value)};
        switch (line.action) {
            case Action::alias:
                out_.aliases_[name].push_back(other);
                return;
            case Action::split:
                out_.split_.insert({name, other.key});
                out_.split_.insert({other, name.key});
                return;
            case Action::kill:
                killed_.insert(name);
                return;
            case Action::pin:
                pinned_.try_emplace(name, line.name);
                out_.pinned_.insert(name);
                return;
            case Action::merge:
                if (name == other)  // two spellings of one name
                    pinned_.try_emplace(name, line.value);
                else
                    lead(line, name, other, line.value);
                return;
            case Action::type:
                lead(line, name, {*find_kind(line.value), name.key}, line.name);
                return;
        }
    }

    void lead(const Correction& line, const Named& from, const Named& to,
              const std::string& spelling) {
        if (end_of(to) == from || from == to)
            return complain(line, "the name leads back to itself");
        if (!next_.emplace(from, to).second)
            return complain(line, "another line says what becomes of \"" + line.name + '"');
        spelling_.try_emplace(to, spelling);
    }

    void complain(const Correction& line, const std::string& what) {
        problems_.push_back(correction_problem(line.line, what, "leave one of the lines away"));
    }

    bool is_killed(const Named& name) const { return killed_.contains(name); }

    // There are no circles: lead() lets none be closed.
    Named end_of(Named name) const {
        for (auto at = next_.find(name); at != next_.end() && !is_killed(name);
             at = next_.find(name))
            name = at->second;
        return name;
    }

    Fate fate(const Named& name) const {
        const Named end = end_of(name);
        if (is_killed(end)) return {.killed = true, .kind = name.kind, .name = "", .key = ""};
        const auto pin = pinned_.find(end);
        return {false, end.kind, pin == pinned_.end() ? spelling_.at(end) : pin->second, end.key};
    }

    Corrections& out_;
    std::vector<Problem>& problems_;
    std::map<Named, Named> next_;
    std::map<Named, std::string> spelling_, pinned_;
    std::set<Named> killed_;
};

Corrections::Corrections(std::span<const Correction> lines, std::vector<Problem>& problems) {
    Builder(*this, problems).run(lines);
}

const Corrections::Fate* Corrections::fate(Kind kind, std::string_view key) const {
    if (fates_.empty()) return nullptr;
    const auto found = fates_.find({kind, std::string(key)});
    return found == fates_.end() ? nullptr : &found->second;
}

bool Corrections::is_split(Kind kind, std::string_view key, std::string_view other) const {
    return split_.contains({{kind, std::string(key)}, std::string(other)});
}

bool Corrections::is_pinned(Kind kind, std::string_view key) const {
    return pinned_.contains({kind, std::string(key)});
}

Corrections::Reach Corrections::reach(Kind kind, const Matches& whole, const Matches& part) const {
    Reach out;
    std::set<Named> wanted, also;
    for (const auto& [name, fate] : fates_) {
        if (name.kind == kind && (fate.killed || fate.kind != kind) && part(name.key))
            out.lost.push_back(name.key);
        if (!fate.killed && fate.kind == kind && (part(fate.key) || whole(name.key)))
            wanted.insert({fate.kind, fate.key});
    }
    for (const auto& [alias, targets] : aliases_)
        if (alias.kind == kind && whole(alias.key)) wanted.insert(targets.begin(), targets.end());
    also = wanted;
    for (const auto& [name, fate] : fates_)
        if (!fate.killed && wanted.contains({fate.kind, fate.key})) also.insert(name);
    out.also.assign(also.begin(), also.end());
    return out;
}

void Corrections::apply(std::vector<Entity>& entities) const {
    if (fates_.empty()) return;
    std::map<Named, std::size_t> changed;  // -> where in `out`
    std::vector<Entity> out;
    for (Entity& entity : entities) {
        const std::string key = text::name_key(entity.name);
        const Fate* fate = this->fate(entity.kind, key);
        if (!fate) {
            out.push_back(std::move(entity));
            continue;
        }
        if (fate->killed) continue;
        const auto [at, is_new] = changed.try_emplace({fate->kind, fate->key}, out.size());
        if (is_new) out.push_back({fate->kind, fate->name, {}, {}, {}});
        Entity& to = out[at->second];
        const bool bore_the_name = entity.kind == fate->kind && key == fate->key;
        if (bore_the_name) {  // no other knows where it is
            to.country = std::move(entity.country);
            to.region = std::move(entity.region);
        }
        to.mentions.insert(to.mentions.end(), entity.mentions.begin(), entity.mentions.end());
        in_order(to.mentions);
    }
    entities = std::move(out);
}

}  // namespace morgue::entities
