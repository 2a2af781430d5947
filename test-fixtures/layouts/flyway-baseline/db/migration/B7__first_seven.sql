CREATE TABLE tickets (id bigint PRIMARY KEY, title text, state text, due date, owner text);
