ALTER TABLE tasks ADD COLUMN queue text;
