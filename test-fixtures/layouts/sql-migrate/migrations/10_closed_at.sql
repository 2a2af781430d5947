-- +migrate Up notransaction
CREATE INDEX CONCURRENTLY ledgers_closed_at_idx ON ledgers (closed_at);

-- +migrate Down
DROP INDEX ledgers_closed_at_idx;
