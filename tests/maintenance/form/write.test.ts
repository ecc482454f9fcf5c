import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { write } from '../../../src/maintenance/form/edit.ts';
import { PROGRAMME, withCopy } from '../../check/copy.ts';

it('of files that are written together none is left where one cannot be written', async () => {
  await withCopy(async (dir) => {
    const before = await readFile(join(dir, PROGRAMME), 'utf8');
    const texts = [
      { file: PROGRAMME, text: '{}' },
      { file: 'new.json', text: '{}' },
      { file: 'no-such-folder/2020-12-31.json', text: '{}' },
    ];
    await expect(write(dir, texts)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readFile(join(dir, PROGRAMME), 'utf8')).toBe(before);
    expect(await readdir(dir)).not.toContain('new.json');
    await write(dir, texts.slice(0, 2));
    expect([
      await readFile(join(dir, PROGRAMME), 'utf8'),
      await readFile(join(dir, 'new.json'), 'utf8'),
    ]).toEqual(['{}', '{}']);
  });
});
