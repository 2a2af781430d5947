CREATE OR REPLACE VIEW cart_owners AS SELECT owner FROM carts;
