CREATE TYPE storage AS ENUM ('shelf', 'cooled', 'frozen');

CREATE TABLE products (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    storage storage NOT NULL DEFAULT 'shelf'
);
