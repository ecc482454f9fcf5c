import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { readFolder } from '../load/read.ts';
import { schemasFor } from '../maintenance/form/editorSchemas.ts';
import { conclude, editing } from '../start/editing.ts';

const { config } = editing({}, { usage: { it: 'npm run schema', en: 'npm run schema' }, atMost: 0 });
const { files } = await readFolder(config.dataDir);
const schemas = Object.entries(schemasFor(files) ?? {});
const folder = join(config.dataDir, 'schema');
await mkdir(folder, { recursive: true });
for (const [name, text] of schemas) await writeFileAtomic(join(folder, name), text);
conclude(
  schemas.length > 0
    ? { status: 0, lines: schemas.map(([name]) => join(folder, name)) }
    : { status: 1, lines: [`${config.dataDir}: npm run check:data`] },
);
