CREATE FUNCTION deepest() RETURNS integer LANGUAGE sql AS 'SELECT max(depth) FROM deep';
CREATE FUNCTION depth_of(team bigint) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    IF team IS NULL THEN
        RETURN 0;
    END IF;
    RETURN least(deepest(), 9);
END $$;
