// Runs all that is pending: node drizzle.js URL FOLDER
import pg from 'pg';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';

const [connectionString, migrationsFolder] = process.argv.slice(2);
const client = new pg.Client({ connectionString });
await client.connect();
try {
  await migrate(drizzle(client), { migrationsFolder });
} catch (error) {
  console.error((error.cause ?? error).code);
  process.exitCode = 1;
} finally {
  await client.end();
}
