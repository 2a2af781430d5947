-- Deploy shop:tables/orders to pg
-- requires: appschema
BEGIN;

CREATE TABLE shop.orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    total numeric(12, 2) NOT NULL,
    paid_at timestamptz,
    cancelled boolean NOT NULL DEFAULT false
);

COMMIT;
