#include "store/stories.hpp"

namespace morgue::store {

StoryStore::StoryStore(Database& database)
    : database_(database),
      member_(database, "SELECT seq, story, exact FROM story_member WHERE seq = ?"),
      story_(database, "SELECT id, leader, articles FROM story WHERE id = ?"),
      members_(database, "SELECT seq, story, exact FROM story_member WHERE story = ? ORDER BY seq"),
      found_(database, "INSERT INTO story (leader, articles) VALUES (?, 0)"),
      join_(database, "INSERT INTO story_member (seq, story, exact) VALUES (?, ?, ?)"),
      leave_(database, "DELETE FROM story_member WHERE seq = ?"),
      count_(database, "UPDATE story SET articles = articles + ? WHERE id = ?") {}

namespace {

StoryMember read_member(const Statement& row) {
    return {Seq(row.number(0)), row.number(1), Seq(row.number(2))};
}

}  // namespace

std::optional<StoryMember> StoryStore::member(Seq seq) {
    member_.bind(0, std::int64_t(seq));
    std::optional<StoryMember> out;
    if (member_.step()) out = read_member(member_);
    member_.reset();
    return out;
}

std::optional<StoryRow> StoryStore::story(std::int64_t id) {
    story_.bind(0, id);
    std::optional<StoryRow> out;
    if (story_.step())
        out = {story_.number(0), Seq(story_.number(1)), std::uint64_t(story_.number(2))};
    story_.reset();
    return out;
}

std::vector<StoryMember> StoryStore::members(std::int64_t story) {
    members_.bind(0, story);
    std::vector<StoryMember> out;
    while (members_.step()) out.push_back(read_member(members_));
    members_.reset();
    return out;
}

StoryRow StoryStore::found(Seq leader) {
    found_.bind(0, std::int64_t(leader)).run();
    const StoryRow out{database_.last_id(), leader, 1};
    join({leader, out.id, leader});
    return out;
}

void StoryStore::join(const StoryMember& member) {
    join_.bind(0, std::int64_t(member.seq)).bind(1, member.story);
    join_.bind(2, std::int64_t(member.exact)).run();
    count(member.story, 1);
}

void StoryStore::leave(const StoryMember& member) {
    leave_.bind(0, std::int64_t(member.seq)).run();
    count(member.story, -1);
}

void StoryStore::lead(std::int64_t story, Seq leader) {
    Statement(database_, "UPDATE story SET leader = ? WHERE id = ?")
        .bind(0, std::int64_t(leader))
        .bind(1, story)
        .run();
}

void StoryStore::merge(const StoryRow& into, const StoryRow& from) {
    Statement(database_, "UPDATE story_member SET story = ? WHERE story = ?")
        .bind(0, into.id)
        .bind(1, from.id)
        .run();
    count(into.id, std::int64_t(from.articles));
    dissolve(from.id);
}

void StoryStore::dissolve(std::int64_t story) {
    for (const char* sql :
         {"DELETE FROM story_member WHERE story = ?", "DELETE FROM story WHERE id = ?"})
        Statement(database_, sql).bind(0, story).run();
}

void StoryStore::clear() {
    database_.run("DELETE FROM story_member; DELETE FROM story");
}

void StoryStore::count(std::int64_t story, std::int64_t more) {
    count_.bind(0, more).bind(1, story).run();
}

}  // namespace morgue::store
