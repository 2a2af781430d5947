ALTER TABLE billing.invoices ADD COLUMN number text;
CREATE INDEX CONCURRENTLY invoices_number_idx ON invoices (number);
