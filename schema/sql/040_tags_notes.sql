-- What people say of articles. It belongs to the article, whatever version of it is current.
CREATE TABLE tag (
    name       TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (name, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_article ON tag (article_id);

CREATE TABLE note (
    article_id INTEGER PRIMARY KEY REFERENCES article (id),
    text       TEXT NOT NULL
) STRICT;

-- A purged article is gone with all that was said of it.
CREATE TRIGGER article_purged AFTER UPDATE OF seq ON article WHEN NEW.seq IS NULL BEGIN
    DELETE FROM tag WHERE article_id = OLD.id;
    DELETE FROM note WHERE article_id = OLD.id;
END;
