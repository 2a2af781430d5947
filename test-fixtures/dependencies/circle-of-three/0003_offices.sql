CREATE TABLE offices (
    id bigint PRIMARY KEY,
    owner bigint REFERENCES teams
);
