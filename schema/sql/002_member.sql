-- The file in the file (an archive) that an article was read from; record counts in it then.
ALTER TABLE version ADD COLUMN member TEXT;
