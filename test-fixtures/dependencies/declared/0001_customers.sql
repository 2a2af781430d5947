-- The people who buy.
-- depends:
CREATE TABLE customers (
    id bigint PRIMARY KEY
);
