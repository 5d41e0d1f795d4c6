#include <morgue/corrections.hpp>

#include "archive/corrections.hpp"
#include "core/files.hpp"
#include "text/words.hpp"

namespace morgue {

namespace {

namespace fs = std::filesystem;
using Action = Correction::Action;

// entities.undo: a line for each correction that went or came, a blank line behind each change.
std::string undo_text(const CorrectionChange& change) {
    std::string out;
    for (const Correction& each : change.removed) out += "- " + print(each) + '\n';
    for (const Correction& each : change.added) out += "+ " + print(each) + '\n';
    return out + '\n';
}

CorrectionChange read_change(std::string_view text) {
    CorrectionChange out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t head = line.find("] ");
        if (head == line.npos || line.size() < 2) continue;
        const std::string file = std::string(line.substr(2, head - 1)) + '\n' +
                                 std::string(line.substr(head + 2)) + '\n';
        for (const Correction& each : entities::read_corrections(file).corrections)
            (line.front() == '+' ? out.added : out.removed).push_back(each);
    }
    return out;
}

bool same_subject(const Correction& a, const Correction& b) {
    return a.action == b.action && a.kind == b.kind &&
           text::name_key(a.name) == text::name_key(b.name);
}

bool has_many_values(Action action) {
    return action == Action::alias || action == Action::split;
}

}  // namespace

struct CorrectionsFile::Impl {
    store::Layout layout;

    fs::path undo_path() const { return layout.folder / "entities.undo"; }

    core::FileHandle lock() const {
        auto held = core::lock_file(layout.folder / "entities.lock", std::chrono::seconds(5));
        if (!held)
            throw Error(Error::Kind::busy, "another morgue is changing entities.toml", "try again");
        return std::move(*held);
    }

    // Whole or not at all; a link stays a link.
    static void write(const fs::path& path, const std::string& text) {
        std::error_code error;
        const fs::path file = fs::is_symlink(path, error) ? fs::canonical(path) : path;
        const fs::path fresh = file.string() + ".new";
        core::write_file(fresh, text);
        core::rename_synced(fresh, file);
    }

    // Throws if a line that was added can mean nothing beside the others.
    static void check(const std::string& text, const std::vector<Correction>& added) {
        const auto lines = entities::read_corrections(text);
        std::vector<Problem> problems;
        const entities::Corrections meaning(lines.corrections, problems);
        for (const Correction& line : lines.corrections)
            for (const Correction& each : added)
                for (const Problem& problem : problems) {
                    const std::string at = entities::correction_problem(line.line, "").message;
                    if (line == each && problem.message.starts_with(at))
                        throw Error(Error::Kind::usage,
                                    print(each) + ": " + problem.message.substr(at.size()),
                                    "morgue entities list prints the corrections there are");
                }
    }

    CorrectionChange change(std::string& text, const CorrectionChange& wish) const {
        CorrectionChange done;
        const auto remove = [&](const Correction& each) {
            const std::string without = entities::without_correction(text, each);
            if (without != text) done.removed.push_back(each);
            text = without;
        };
        for (const Correction& each : wish.removed) remove(each);
        for (const Correction& each : wish.added) {
            for (const Correction& old : entities::read_corrections(text).corrections)
                if (same_subject(old, each) && !has_many_values(each.action) &&
                    old.value != each.value)
                    done.removed.push_back(old);
            const std::string with = entities::with_correction(text, each);
            if (with != text) done.added.push_back(each);
            text = with;
        }
        return done;
    }
};

CorrectionsFile::CorrectionsFile(const fs::path& folder)
    : impl_(std::make_unique<Impl>(Impl{store::existing_archive(folder)})) {}
CorrectionsFile::~CorrectionsFile() = default;
CorrectionsFile::CorrectionsFile(CorrectionsFile&&) noexcept = default;

std::vector<Correction> CorrectionsFile::list() const {
    return entities::read_corrections(archive::read_text(impl_->layout.corrections())).corrections;
}

CorrectionChange CorrectionsFile::change(const CorrectionChange& wish) {
    const auto lock = impl_->lock();
    std::string text = archive::read_text(impl_->layout.corrections());
    const CorrectionChange done = impl_->change(text, wish);
    if (done.empty()) return done;
    Impl::check(text, done.added);
    Impl::write(impl_->layout.corrections(), text);
    Impl::write(impl_->undo_path(), archive::read_text(impl_->undo_path()) + undo_text(done));
    return done;
}

std::optional<CorrectionChange> CorrectionsFile::undo() {
    const auto lock = impl_->lock();
    std::string remembered = archive::read_text(impl_->undo_path());
    if (remembered.size() < 2) return std::nullopt;
    const std::size_t before = remembered.rfind("\n\n", remembered.size() - 3);
    const std::size_t begin = before == remembered.npos ? 0 : before + 2;
    const CorrectionChange last = read_change(std::string_view(remembered).substr(begin));

    std::string text = archive::read_text(impl_->layout.corrections());
    // What was replaced comes back in its place, so it goes first.
    CorrectionChange back = impl_->change(text, {.removed = {}, .added = last.removed});
    const CorrectionChange gone = impl_->change(text, {.removed = last.added, .added = {}});
    back.removed.insert(back.removed.end(), gone.removed.begin(), gone.removed.end());
    Impl::write(impl_->layout.corrections(), text);
    Impl::write(impl_->undo_path(), remembered.substr(0, begin));
    return back;
}

}  // namespace morgue
