CREATE OR REPLACE VIEW order_report AS SELECT status, count(*) FROM orders GROUP BY status;
