-- Searches that a person keeps, and how far alerts of them have been given.
CREATE TABLE saved_search (
    name      TEXT PRIMARY KEY,
    query     TEXT NOT NULL,
    match_any INTEGER NOT NULL,  -- 1: words side by side are alternatives
    seen      INTEGER NOT NULL   -- the greatest version.seq that was there; what is beyond is new
) STRICT, WITHOUT ROWID;
