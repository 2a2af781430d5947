CREATE TABLE approvals (
    id bigint PRIMARY KEY,
    approved_by bigint REFERENCES accounts
);
