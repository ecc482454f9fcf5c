import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildNameIndex } from '../../src/search/matcher.ts';
import { answer, namesIn } from '../../src/terminal/find.ts';

async function listed(text: string) {
  const file = join(await mkdtemp(join(tmpdir(), 'names-')), 'names.txt');
  await writeFile(file, text);
  return namesIn(file);
}

describe('a plain list of names', () => {
  it('gives each name the number of its line', async () => {
    const named = await listed('Rete idrica\r\n\nPiano casa\n');
    expect(named.map(({ id, name }) => [id, name])).toEqual([
      ['1', 'Rete idrica'],
      ['3', 'Piano casa'],
    ]);
  });

  it('is answered in JSON, one object a line', async () => {
    const index = buildNameIndex(await listed('Rete idrica\nPiano casa\n'));
    const { ms, ...rest } = JSON.parse(answer(index, 'paino casa', true));
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(rest).toMatchObject({
      query: 'paino casa',
      outcome: 'found',
      best: { kind: 'name', id: '2', name: 'Piano casa' },
      candidates: [{ kind: 'name', id: '2', name: 'Piano casa', score: expect.any(Number) }],
    });
    expect(JSON.parse(answer(index, '', true))).toMatchObject({
      outcome: 'none',
      best: null,
      candidates: [],
    });
  });

  it('is answered in words for people', async () => {
    const index = buildNameIndex(await listed('Piano casa A\nPiano casa B\nRete idrica\n'));
    expect(answer(index, 'rete idrica', false)).toMatchInlineSnapshot(`"found: Rete idrica (name 3)"`);
    expect(answer(index, 'piano casa', false)).toMatchInlineSnapshot(`
      "which one?
        Piano casa A (name 1)
        Piano casa B (name 2)"
    `);
    expect(answer(index, 'pizza', false)).toMatchInlineSnapshot(`"none"`);
  });
});
