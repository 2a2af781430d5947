-- Revert shop:total_of from pg
BEGIN;

CREATE OR REPLACE FUNCTION shop.total_of(since timestamptz) RETURNS numeric LANGUAGE sql STABLE
    AS $$ SELECT sum(total) FROM shop.orders WHERE paid_at >= since $$;

COMMIT;
