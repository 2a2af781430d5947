-- Keeps updated_at current.

-- +goose Up
ALTER TABLE accounts ADD COLUMN updated_at timestamptz;
-- +goose StatementBegin
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
DROP FUNCTION touch();
-- +goose StatementEnd
ALTER TABLE accounts DROP COLUMN updated_at;
