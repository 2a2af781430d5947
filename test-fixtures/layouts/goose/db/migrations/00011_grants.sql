-- +goose ENVSUB ON
-- +goose Up
GRANT SELECT ON accounts TO ${READER};
