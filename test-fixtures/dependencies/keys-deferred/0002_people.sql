CREATE TABLE people (
    id bigint PRIMARY KEY,
    team bigint NOT NULL REFERENCES teams
);
ALTER TABLE organisations
    ADD CONSTRAINT organisations_owner_fkey FOREIGN KEY (owner) REFERENCES people
    DEFERRABLE INITIALLY DEFERRED NOT VALID;
