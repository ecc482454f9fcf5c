import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { jsonSchemas } from '../programme/json-schema.ts';

const read = readConfig();
const folder = join(read.ok ? read.config.dataDir : 'data', 'schema');
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) {
  await writeFile(join(folder, name), text);
  console.log(join(folder, name));
}
