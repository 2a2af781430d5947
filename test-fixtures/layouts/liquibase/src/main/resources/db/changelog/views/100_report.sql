--liquibase formatted sql

--changeset bob:report runOnChange:true
CREATE OR REPLACE VIEW report AS SELECT count(*) FROM accounts;

--changeset bob:report
COMMENT ON VIEW report IS 'all of them';
