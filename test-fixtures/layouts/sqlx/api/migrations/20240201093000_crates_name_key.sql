-- no-transaction
CREATE UNIQUE INDEX CONCURRENTLY crates_name_key ON crates (name);
