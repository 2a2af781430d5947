ALTER TABLE jobs ADD COLUMN title text;
