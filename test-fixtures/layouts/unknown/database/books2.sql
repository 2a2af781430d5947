CREATE TABLE books2 (author_id bigint REFERENCES authors (id));
