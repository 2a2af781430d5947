CREATE TABLE teams (
    id bigint PRIMARY KEY,
    lead bigint REFERENCES people
);
