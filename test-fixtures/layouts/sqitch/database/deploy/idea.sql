-- Not planned yet.
ALTER TABLE shop.orders ADD COLUMN note text;
