// Writes the SQL that Prisma's own engine makes of a schema, with no database: node prisma.js FILE...
import { readFileSync } from 'node:fs';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

const compiled = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
const { instance } = await WebAssembly.instantiate(readFileSync(compiled), { './schema_engine_bg.js': engine });
engine.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

// It asks a database only whether it is there.
const given = (value) => ({ ok: true, value, map: (change) => given(change(value)), flatMap: (change) => change(value) });
const about = { provider: 'postgres', adapterName: 'none', errorRegistry: { consumeError: () => undefined } };
const database = {
  ...about,
  queryRaw: async () => given({ columnNames: ['version'], columnTypes: [7], rows: [['PostgreSQL 16.1']] }),
  executeRaw: async () => given(0),
  executeScript: async () => given(undefined),
  getConnectionInfo: () => given({ supportsRelationJoins: true, schemaName: 'public' }),
  dispose: async () => given(undefined),
};
const adapters = { ...about, connect: async () => given(database), connectToShadowDb: async () => given(database) };

const files = process.argv.slice(2).map((path) => ({ path, content: readFileSync(path, 'utf8') }));
const schemas = await engine.SchemaEngine.new({ datamodels: null }, () => {}, adapters);
const { stdout } = await schemas.diff({
  from: { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files },
  script: true,
  exitCode: null,
  shadowDatabaseUrl: null,
  filters: { externalTables: [], externalEnums: [] },
});
console.log(stdout);
