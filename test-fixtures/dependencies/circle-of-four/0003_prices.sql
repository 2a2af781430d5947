CREATE TABLE prices (
    id bigint PRIMARY KEY,
    approval bigint REFERENCES approvals
);
