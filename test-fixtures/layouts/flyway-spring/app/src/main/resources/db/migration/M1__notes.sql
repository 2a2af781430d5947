CREATE SCHEMA ${app-schema};
CREATE TABLE ${app-schema}.notes (id bigint PRIMARY KEY, body text);
