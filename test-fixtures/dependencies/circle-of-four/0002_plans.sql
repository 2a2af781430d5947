CREATE TABLE plans (
    id bigint PRIMARY KEY,
    price bigint REFERENCES prices
);
