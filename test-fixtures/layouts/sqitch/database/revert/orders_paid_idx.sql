-- Revert shop:orders_paid_idx from pg
DROP INDEX CONCURRENTLY shop.orders_paid_idx;
