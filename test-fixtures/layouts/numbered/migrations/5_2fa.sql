CREATE TABLE second_factors (account_id bigint REFERENCES accounts (id));
