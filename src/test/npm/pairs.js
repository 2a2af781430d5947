// Runs all that is pending, as files for each way: node pairs.js URL FOLDER
import { runner } from 'node-pg-migrate';

const [databaseUrl, dir] = process.argv.slice(2);
await runner({
  databaseUrl,
  dir,
  migrationsTable: 'pgmigrations',
  direction: 'up',
  migrationLoaderStrategies: [
    { extensions: ['.sql'], loader: 'sql' },
    { extensions: ['.ts'], loader: 'default' },
  ],
  log: () => {},
});
