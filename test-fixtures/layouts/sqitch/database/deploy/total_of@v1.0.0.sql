-- Deploy shop:total_of to pg
BEGIN;

CREATE FUNCTION shop.total_of(since timestamptz) RETURNS numeric LANGUAGE sql STABLE
    AS $$ SELECT sum(total) FROM shop.orders WHERE paid_at >= since $$;

COMMIT;
