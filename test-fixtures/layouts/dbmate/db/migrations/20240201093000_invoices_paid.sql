-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY invoices_paid_idx ON invoices (paid);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY invoices_paid_idx;
