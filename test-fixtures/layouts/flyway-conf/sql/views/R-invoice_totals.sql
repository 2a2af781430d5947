CREATE OR REPLACE VIEW invoice_totals AS SELECT sum(total) AS total FROM billing.invoices;
