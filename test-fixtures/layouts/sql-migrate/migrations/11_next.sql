-- +migrate Up
-- +migrate StatementBegin
CREATE FUNCTION next_ledger() RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT max(sequence) + 1 FROM ledgers);
END;
$$;
-- +migrate StatementEnd
