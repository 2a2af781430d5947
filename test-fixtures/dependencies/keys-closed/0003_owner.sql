ALTER TABLE organisations
    ADD CONSTRAINT organisations_owner_fkey FOREIGN KEY (owner) REFERENCES people NOT VALID;
