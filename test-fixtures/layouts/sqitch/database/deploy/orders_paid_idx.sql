-- Deploy shop:orders_paid_idx to pg
CREATE INDEX CONCURRENTLY orders_paid_idx ON shop.orders (paid_at);
