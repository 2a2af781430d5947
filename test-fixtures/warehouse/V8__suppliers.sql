ALTER TABLE suppliers ADD COLUMN country text;
