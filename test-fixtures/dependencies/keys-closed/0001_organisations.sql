CREATE TABLE organisations (
    id bigint PRIMARY KEY,
    owner bigint NOT NULL
);
CREATE TABLE teams (
    id bigint PRIMARY KEY,
    organisation bigint NOT NULL REFERENCES organisations
);
