SELECT count(*) FROM carts;
