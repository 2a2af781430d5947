-- migrate:up
CREATE TABLE invoice_lines (invoice_id bigint NOT NULL REFERENCES invoices (id));

-- migrate:down
