-- migrate:up
CREATE TABLE invoices (
    id bigint PRIMARY KEY,
    paid boolean NOT NULL
);

-- migrate:down
DROP TABLE invoices;
