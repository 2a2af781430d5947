CREATE TABLE owners (crate_id bigint NOT NULL REFERENCES crates (id));
