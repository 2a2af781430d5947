CREATE INDEX CONCURRENTLY carts_owner_idx ON shop.carts (owner);
