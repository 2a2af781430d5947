-- liquibase formatted sql

-- changeset ada:touched-at
ALTER TABLE accounts ADD COLUMN touched_at timestamptz;
-- rollback not required

-- changeset ada:touch splitStatements:false
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    new.touched_at := now();
    RETURN new;
END
$$;
/* liquibase rollback
DROP FUNCTION touch();
*/

-- changeset ada:touched-elsewhere dbms:h2
ALTER TABLE accounts ADD COLUMN touched timestamp;
