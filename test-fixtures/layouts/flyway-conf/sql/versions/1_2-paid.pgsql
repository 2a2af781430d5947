ALTER TABLE ${flyway:defaultSchema}.invoices ADD COLUMN paid_at timestamptz;
