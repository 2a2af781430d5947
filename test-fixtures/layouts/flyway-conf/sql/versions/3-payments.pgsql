CREATE TABLE payments (invoice_id bigint REFERENCES invoices, amount ${Kind});
COMMENT ON TABLE payments IS 'made by ${flyway:filename}, without ${kind}';
