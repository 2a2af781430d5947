CREATE TABLE teams (
    id bigint PRIMARY KEY,
    parent bigint REFERENCES teams
);
CREATE VIEW tree AS SELECT id, parent, 0 AS depth FROM teams;
CREATE VIEW deep AS SELECT id, depth FROM tree WHERE depth > 2;
