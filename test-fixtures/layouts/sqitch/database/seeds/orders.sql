INSERT INTO shop.orders (total) VALUES (12.50);
