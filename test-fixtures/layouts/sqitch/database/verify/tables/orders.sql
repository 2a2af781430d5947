-- Verify shop:tables/orders on pg
BEGIN;

SELECT id, total, paid_at FROM shop.orders WHERE false;

ROLLBACK;
