ALTER TABLE tickets ADD COLUMN due date;
