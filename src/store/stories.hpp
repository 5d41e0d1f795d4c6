#pragma once
// The tables of stories: which articles are copies of one another.
#include <functional>
#include <morgue/article.hpp>
#include <optional>
#include <string>
#include <vector>

#include "store/articles.hpp"
#include "store/database.hpp"

namespace morgue::store {

struct StoryRow {
    std::int64_t id = 0;
    Seq leader = 0;
    std::uint64_t articles = 0;
};

struct StoryMember {
    Seq seq = 0;
    std::int64_t story = 0;
    Seq exact = 0;  // shared by those that are equal word for word
};

// One a connection and thread. Who writes is in the transaction of a batch.
class StoryStore {
public:
    explicit StoryStore(Database& database);

    std::optional<StoryMember> member(Seq seq);
    std::optional<StoryRow> story(std::int64_t id);
    std::vector<StoryMember> members(std::int64_t story);  // by seq

    // With its leader as the one member.
    StoryRow found(Seq leader);
    void join(const StoryMember& member);
    // The story may be left with one member, or without its leader: the caller sees to it.
    void leave(const StoryMember& member);
    void lead(std::int64_t story, Seq leader);
    void merge(const StoryRow& into, const StoryRow& from);
    // Its members are in none then.
    void dissolve(std::int64_t story);
    void clear();

private:
    void count(std::int64_t story, std::int64_t more);

    Database& database_;
    Statement member_, story_, members_, found_, join_, leave_, count_;
};

// Of all stories, by seq.
void each_story_member(Database& database, const std::function<void(const StoryMember&)>& visit);

// Earlier versions of members: they are no members, but belong to the story when it is asked about
// the past.
void each_earlier_member(Database& database,
                         const std::function<void(Seq seq, std::int64_t story)>& visit);

// The members of stories with from..to further articles and their earlier versions, by seq.
std::vector<Seq> members_with_copies(Database& database, std::uint64_t from, std::uint64_t to);

// What contradicts itself or the articles, as sentences; empty when nothing does.
std::vector<std::string> story_faults(Database& database);

// Further articles with just the words of this one.
std::uint64_t exact_copies(Database& database, Seq of);

}  // namespace morgue::store
