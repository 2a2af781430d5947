CREATE TABLE orders (id identity);
