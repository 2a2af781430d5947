import type { MigrationBuilder } from 'node-pg-migrate';

export const up = (pgm: MigrationBuilder): void => {
  pgm.sql('UPDATE orders SET total = 0 WHERE total IS NULL');
};

export const down = false;
