-- Revert shop:total_of from pg
BEGIN;

DROP FUNCTION shop.total_of(timestamptz);

COMMIT;
