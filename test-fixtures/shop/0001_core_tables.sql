-- Core tables, idempotent.

CREATE TABLE IF NOT EXISTS projects (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE IF NOT EXISTS content (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id bigint NOT NULL,
    title text NOT NULL
);

CREATE INDEX content_project_id_idx ON content (project_id);

ALTER TABLE content
    ADD CONSTRAINT content_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects (id);
