-- When another version took its place, in seconds since 1970; NULL for the current one.
-- Earlier versions stay in the index, hidden from answers unless these are asked as of a date.
ALTER TABLE version ADD COLUMN replaced INTEGER;
CREATE INDEX version_replaced ON version (article_id, replaced) WHERE replaced IS NOT NULL;
