-- +migrate Up
CREATE VIEW open_ledgers AS SELECT * FROM ledgers WHERE closed_at IS NULL;

-- +migrate Down
DROP VIEW open_ledgers;
