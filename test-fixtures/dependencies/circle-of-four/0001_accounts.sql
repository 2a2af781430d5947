CREATE TABLE accounts (
    id bigint PRIMARY KEY,
    plan bigint REFERENCES plans
);
