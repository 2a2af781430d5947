ALTER TABLE tasks ADD COLUMN owner text;
