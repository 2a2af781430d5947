INSERT INTO customer (email, name) VALUES ('ada@example.org', 'Ada');
