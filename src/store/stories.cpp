#include "store/stories.hpp"

#include <algorithm>

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

void each_story_member(Database& database, const std::function<void(const StoryMember&)>& visit) {
    Statement row(database, "SELECT seq, story, exact FROM story_member ORDER BY seq");
    while (row.step()) visit(read_member(row));
}

void each_earlier_member(Database& database,
                         const std::function<void(Seq seq, std::int64_t story)>& visit) {
    Statement row(database,
                  "SELECT v.seq, m.story FROM version v JOIN article a ON a.id = v.article_id"
                  " JOIN story_member m ON m.seq = a.seq WHERE v.replaced IS NOT NULL");
    while (row.step()) visit(Seq(row.number(0)), row.number(1));
}

std::vector<Seq> members_with_copies(Database& database, std::uint64_t from, std::uint64_t to) {
    constexpr std::uint64_t most = 1u << 31;
    std::vector<Seq> out;
    for (const char* sql : {"SELECT m.seq FROM story_member m JOIN story s ON s.id = m.story"
                            " WHERE s.articles - 1 BETWEEN ? AND ?",
                            "SELECT v.seq FROM version v JOIN article a ON a.id = v.article_id"
                            " JOIN story_member m ON m.seq = a.seq JOIN story s ON s.id = m.story"
                            " WHERE v.replaced IS NOT NULL AND s.articles - 1 BETWEEN ? AND ?"}) {
        Statement row(database, sql);
        row.bind(0, std::int64_t(std::min(from, most))).bind(1, std::int64_t(std::min(to, most)));
        while (row.step()) out.push_back(Seq(row.number(0)));
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<std::string> story_faults(Database& database) {
    constexpr std::pair<const char*, const char*> questions[] = {
        {"SELECT m.seq FROM story_member m LEFT JOIN version v ON v.seq = m.seq"
         " LEFT JOIN article a ON a.id = v.article_id WHERE a.seq IS NOT m.seq",
         "a story holds a text that is not current: version "},
        {"SELECT m.seq FROM story_member m LEFT JOIN story s ON s.id = m.story WHERE s.id IS NULL",
         "an article is in a story that does not exist: version "},
        {"SELECT s.id FROM story s LEFT JOIN story_member m ON m.story = s.id GROUP BY s.id"
         " HAVING count(m.seq) != s.articles OR s.articles < 2 OR total(m.seq = s.leader) != 1",
         "its members are not those of story "},
    };
    std::vector<std::string> out;
    for (const auto& [question, fault] : questions) {
        Statement row(database, std::string(question) + " LIMIT 20");
        while (row.step()) out.push_back(fault + row.text(0));
    }
    return out;
}

std::uint64_t exact_copies(Database& database, Seq of) {
    Statement row(
        database,
        "SELECT count(*) - 1 FROM story_member m"
        " JOIN story_member n ON n.story = m.story AND n.exact = m.exact WHERE m.seq = ?");
    row.bind(0, std::int64_t(of));
    return row.step() ? std::uint64_t(std::max<std::int64_t>(0, row.number(0))) : 0;
}

}  // namespace morgue::store
