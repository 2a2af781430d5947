CREATE TABLE people (
    id bigint PRIMARY KEY,
    office bigint REFERENCES offices
);
