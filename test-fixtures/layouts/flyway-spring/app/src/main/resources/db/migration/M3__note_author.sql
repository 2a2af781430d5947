ALTER TABLE notes.notes ADD COLUMN author text;
