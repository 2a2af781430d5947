ALTER TABLE notes.notes ADD COLUMN search text;
