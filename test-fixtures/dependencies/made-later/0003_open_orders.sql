CREATE VIEW open_orders AS
SELECT id, customer
FROM orders
WHERE status <> 'shipped';
