ALTER TABLE tickets ADD COLUMN owner text;
