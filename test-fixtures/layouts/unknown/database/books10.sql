CREATE INDEX ON books2 (author_id);
