ALTER TABLE pages ADD COLUMN title text;
