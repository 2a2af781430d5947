CREATE OR REPLACE VIEW customer_report AS SELECT count(*) FROM customer;
