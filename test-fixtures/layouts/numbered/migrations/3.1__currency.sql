ALTER TABLE accounts ADD COLUMN currency text;
