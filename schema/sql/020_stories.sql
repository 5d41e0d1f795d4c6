-- Copies of one story (docs/stories.md). Articles without copies are in none.
CREATE TABLE story (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    leader   INTEGER NOT NULL,  -- version.seq of the member with whose text all others overlap
    articles INTEGER NOT NULL   -- members; at least 2
) STRICT;

CREATE TABLE story_member (
    seq   INTEGER PRIMARY KEY,  -- version.seq, the current one of its article
    story INTEGER NOT NULL REFERENCES story (id),
    exact INTEGER NOT NULL      -- the same number for those that are equal word for word
) STRICT;
CREATE INDEX story_member_story ON story_member (story, exact);
