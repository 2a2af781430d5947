CREATE TABLE people (
    id bigint PRIMARY KEY,
    team bigint NOT NULL REFERENCES teams
);
