-- +migrate Up
CREATE TABLE ledgers (
    sequence integer PRIMARY KEY,
    closed_at timestamptz
);

-- +migrate Down
DROP TABLE ledgers;
