ALTER TABLE accounts ADD COLUMN balance numeric(12, 2);
