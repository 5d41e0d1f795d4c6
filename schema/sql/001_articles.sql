-- The articles: the truth. The index is made from these tables and can be made again.

-- One row: what this archive is and how often it has changed.
CREATE TABLE meta (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    uuid         TEXT NOT NULL,
    index_schema INTEGER NOT NULL,  -- how the segments were made
    revision     INTEGER NOT NULL   -- grows by one a commit
) STRICT;

-- Files that have been read, so that an unchanged one is not read again.
CREATE TABLE source_file (
    id       INTEGER PRIMARY KEY,
    path     TEXT NOT NULL,         -- as it was given
    absolute TEXT NOT NULL UNIQUE,  -- "-" for standard input
    size     INTEGER NOT NULL,
    mtime    INTEGER NOT NULL,      -- nanoseconds since 1970
    how      TEXT NOT NULL,         -- the options it was read with
    complete INTEGER NOT NULL       -- 1 when every record of it is stored
) STRICT;

-- What users see. id is for ever; seq names the current version, NULL once purged.
CREATE TABLE article (
    id  INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,  -- fingerprint of what makes it this article: guid, url or place
    seq INTEGER
) STRICT;

-- The text of an article. seq is the document id in the index and only grows.
CREATE TABLE version (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id   INTEGER NOT NULL REFERENCES article (id),
    file_id      INTEGER NOT NULL REFERENCES source_file (id),
    record       INTEGER NOT NULL,
    hash         BLOB NOT NULL,     -- of the whole record but its place
    added        INTEGER NOT NULL,  -- seconds since 1970
    format       TEXT NOT NULL,
    guid         TEXT,
    url          TEXT,
    headline     TEXT,
    subheadline  TEXT,
    slugline     TEXT,
    byline       TEXT,
    authors      TEXT,              -- one a line, as keywords
    dateline     TEXT,
    located      TEXT,
    published    TEXT,              -- ISO 8601
    published_at INTEGER,           -- seconds since 1970
    updated      TEXT,
    source       TEXT,
    copyright    TEXT,
    section      TEXT,
    keywords     TEXT,
    language     TEXT,
    summary      TEXT,
    words        INTEGER NOT NULL,
    problems     BLOB,              -- zstd of packed strings
    entities     BLOB,              -- zstd of packed strings
    body         BLOB               -- zstd
) STRICT;
CREATE INDEX version_guid ON version (guid) WHERE guid IS NOT NULL;
CREATE INDEX version_url ON version (url) WHERE url IS NOT NULL;
CREATE INDEX version_file ON version (file_id);

-- Every place an article was read from; it is purged when the last of them is gone.
CREATE TABLE sighting (
    file_id    INTEGER NOT NULL REFERENCES source_file (id),
    article_id INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (file_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_article ON sighting (article_id);

-- Versions replaced or purged that a segment still holds.
CREATE TABLE dead (seq INTEGER PRIMARY KEY) STRICT;

-- The published segments of the index; a folder without a row does not exist.
CREATE TABLE segment (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    articles  INTEGER NOT NULL,
    bytes     INTEGER NOT NULL
) STRICT;
