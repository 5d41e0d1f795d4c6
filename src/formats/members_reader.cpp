#include "formats/members_reader.hpp"

#include <utility>

#include "core/bad_input.hpp"
#include "formats/archive_library.hpp"

namespace morgue::formats {

namespace {

class MemberSource final : public core::ByteSource {
public:
    explicit MemberSource(Members& members) : members_(members) {}
    std::size_t read(char* to, std::size_t most) override { return members_.read(to, most); }

private:
    Members& members_;
};

// "outer.zip" and "story.xml" -> "outer.zip!story.xml"
std::string place_in(const std::string& member, const std::string& inner) {
    return inner.empty() ? member : member + '!' + inner;
}

class MembersReader final : public Reader {
public:
    MembersReader(Packing packing, std::unique_ptr<core::ByteSource> archive,
                  const Context& context)
        : context_(context), members_(packing, std::move(archive), context.unpacking) {}

    std::optional<core::Draft> next() override;

private:
    bool begin_member();
    std::optional<core::Draft> next_of_member();
    void place(core::Draft& draft);
    [[noreturn]] void lose(const core::BadRecord& bad);
    [[noreturn]] void leave_member(const core::BadInput& bad);
    void say_encrypted();
    void say_passed();

    const Context context_;
    Members members_;
    std::string name_;                // of the member at hand
    std::unique_ptr<Reader> reader_;  // of it
    std::uint64_t record_ = 0;        // in it
    bool said_encrypted_ = false, said_passed_ = false;
};

std::optional<core::Draft> MembersReader::next() {
    while (reader_ || begin_member()) {
        if (auto draft = next_of_member()) return draft;
        reader_.reset();
    }
    say_encrypted();
    say_passed();
    return std::nullopt;
}

bool MembersReader::begin_member() {
    auto name = members_.next();
    if (!name) return false;
    name_ = std::move(*name);
    record_ = 0;
    try {
        reader_ = open_inner(std::make_unique<MemberSource>(members_), name_, context_).reader;
    } catch (const core::BadInput& bad) {
        leave_member(bad);
    }
    return true;
}

std::optional<core::Draft> MembersReader::next_of_member() {
    try {
        auto draft = reader_->next();
        if (draft) place(*draft);
        return draft;
    } catch (const core::BadRecord& bad) {
        lose(bad);
    } catch (const core::PassedOver& passed) {
        throw core::PassedOver(passed.what(), place_in(name_, passed.member()));
    } catch (const core::BadInput& bad) {
        leave_member(bad);
    }
}

// An archive in the archive has numbered its articles itself.
void MembersReader::place(core::Draft& draft) {
    Article& article = draft.article;
    if (article.path.empty()) article.record = record_++;
    article.path = place_in(name_, article.path);
}

void MembersReader::lose(const core::BadRecord& bad) {
    const auto& [member, record] = bad.place();
    throw core::BadRecord(bad.code(), bad.what(),
                          {place_in(name_, member), member.empty() ? record_++ : record});
}

// What ends the archive, too, is not the member's fault.
void MembersReader::leave_member(const core::BadInput& bad) {
    reader_.reset();
    if (members_.broken() || context_.unpacking.exhausted())
        throw core::BadInput(bad.code(), std::string(bad.what()) + ", in " + name_);
    throw core::BadRecord(bad.code(), bad.what(), {name_, record_});
}

void MembersReader::say_encrypted() {
    if (!members_.passed().encrypted || std::exchange(said_encrypted_, true)) return;
    throw core::BadRecord("archive-encrypted",
                          "members of the archive are encrypted and were not read; unpack it with "
                          "its password and index the files");
}

void MembersReader::say_passed() {
    const auto& passed = members_.passed();
    if (passed.links + passed.devices == 0 || std::exchange(said_passed_, true)) return;
    throw core::PassedOver(std::to_string(passed.links) + " links and " +
                           std::to_string(passed.devices) + " devices in the archive");
}

}  // namespace

std::unique_ptr<Reader> read_members(Packing packing, std::unique_ptr<core::ByteSource> archive,
                                     const Context& context) {
    return std::make_unique<MembersReader>(packing, std::move(archive), context);
}

}  // namespace morgue::formats
