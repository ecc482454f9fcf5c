import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { readFolder } from '../../load/read.ts';
import { schemasFor } from '../../maintenance/form/editorSchemas.ts';
import { printOutcome } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'riscrive gli schemi che aiutano l’editor',
    en: 'writes the schemas that help the editor anew',
  },
  async run({ config: { dataDir } }) {
    const { files } = await readFolder(dataDir);
    const schemas = Object.entries(schemasFor(files) ?? {});
    const folder = join(dataDir, 'schema');
    await mkdir(folder, { recursive: true });
    for (const [name, text] of schemas) await writeFileAtomic(join(folder, name), text);
    return printOutcome(
      schemas.length > 0
        ? { status: 0, lines: schemas.map(([name]) => join(folder, name)) }
        : { status: 1, lines: [`${dataDir}: npm run check:data`] },
    );
  },
});
