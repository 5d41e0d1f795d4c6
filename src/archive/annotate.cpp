#include <algorithm>
#include <morgue/annotations.hpp>
#include <morgue/error.hpp>

#include "archive/lock.hpp"
#include "index/terms.hpp"
#include "store/annotations.hpp"
#include "store/migrate.hpp"
#include "store/recorder.hpp"
#include "text/utf8.hpp"

namespace morgue {

bool is_tag(std::string_view name) {
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '.' || c == '-' || c == '_' || c == '/' ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    return !name.empty() && name.size() <= 64 && name.front() != '-' && text::is_valid_utf8(name) &&
           std::all_of(name.begin(), name.end(), allowed);
}

struct Annotator::Impl {
    core::FileHandle lock;
    store::Database database;

    Impl(const store::Layout& layout, std::chrono::seconds wait)
        : lock(archive::take_lock(layout, wait)),
          database(layout.database(), store::Database::Mode::write) {
        store::check_schema(database, true);
        store::migrate(database, index::index_schema);
    }

    // As the archive writes a tag that is equal but for capitals and accents.
    std::string spelling(const std::string& name) {
        const std::string folded = text::fold(name);
        for (std::string& known : store::tag_names(database))
            if (text::fold(known) == folded) return std::move(known);
        return text::compose(name);
    }

    std::vector<std::string> spellings(const std::vector<std::string>& names) {
        std::vector<std::string> out;
        for (const std::string& name : names) out.push_back(spelling(name));
        return out;
    }

    void commit(store::Transaction& transaction, bool changed) {
        if (changed) store::Recorder(database).next_revision();
        transaction.commit();
    }
};

Annotator::Annotator(const std::filesystem::path& folder, std::chrono::seconds wait)
    : impl_(std::make_unique<Impl>(store::existing_archive(folder), wait)) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

std::uint64_t Annotator::tag(std::span<const ArticleId> articles, const TagChange& change) {
    store::Database& database = impl_->database;
    store::Transaction transaction(database);
    const std::vector<std::string> added = impl_->spellings(change.add),
                                   removed = impl_->spellings(change.remove);
    std::uint64_t changed = 0;
    for (const ArticleId id : articles) {
        if (!store::is_article(database, id)) continue;
        bool any = false;
        for (const std::string& name : removed) any = store::remove_tag(database, name, id) || any;
        for (const std::string& name : added) any = store::add_tag(database, name, id) || any;
        changed += any;
    }
    impl_->commit(transaction, changed > 0);
    return changed;
}

bool Annotator::note(ArticleId article, const std::string& text) {
    store::Transaction transaction(impl_->database);
    if (!store::is_article(impl_->database, article)) return false;
    impl_->commit(transaction, store::set_note(impl_->database, article, text));
    return true;
}

}  // namespace morgue
