import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../built.ts';
import { PROGRAMME, SNAPSHOT, withCopy } from '../check/copy.ts';
import { run, runAtTerminal } from './program.ts';

beforeAll(() => build('program'));

const CERTIFIED = ';109,8;MEUR;slides-2020;6;109,8;109,8 MLN€ DI SPESA CERTIFICATA';

/** A copy of the real dataset, and an edited table of its figures. */
function withTable<T>(
  use: (dir: string, env: Record<string, string>, table: string) => Promise<T>,
): Promise<T> {
  return withCopy(async (dir) => {
    const env = { DATA_DIR: dir, SOURCE_DIR: 'nowhere' };
    const table = join(dir, 'table.csv');
    expect((await run('export:csv', ['--out', table], { env })).status).toBe(0);
    const text = await readFile(table, 'utf8');
    expect(text).toContain(CERTIFIED);
    await writeFile(table, text.replace(CERTIFIED, CERTIFIED.replaceAll('109,8', '108,9')));
    return use(dir, env, table);
  });
}

describe('the programs that maintainers run', { timeout: 60_000 }, () => {
  it('begin a date, list what is left, keep it in order and take it as a table, there and back', async () => {
    await withCopy(async (dir) => {
      const env = { DATA_DIR: dir, SOURCE_DIR: 'nowhere' };
      const begun = await run('new:snapshot', ['2023-12-31'], { env });
      expect([begun.status, begun.err]).toEqual([0, '']);
      expect(begun.out).toContain('Da confermare: 162 cifre');
      const checked = await run('check:data', ['--locale', 'en'], { env });
      expect(checked.status).toBe(0);
      expect(checked.out).toContain('Slide 2 (slides-2020): 5 figures to be confirmed');
      expect(await run('format:data', ['--check'], { env })).toMatchObject({ status: 0, err: '' });
      const before = await readFile(join(dir, 'snapshots/2023-12-31.json'));
      const table = join(dir, 'table.csv');
      await writeFile(table, (await run('export:csv', ['--out', '-', '2023-12-31'], { env })).out);
      const taken = await run('import:csv', ['--yes', '--locale', 'en', table], { env });
      expect(taken).toEqual({
        status: 0,
        out: 'Nothing to write: the table says what is there already.\n',
        err: '',
      });
      expect((await readFile(join(dir, 'snapshots/2023-12-31.json'))).equals(before)).toBe(true);
    });
  });

  it('write an edited table on --yes, and without a terminal only show it', async () => {
    await withTable(async (dir, env, table) => {
      const before = await readFile(join(dir, SNAPSHOT), 'utf8');
      const shown = await run('import:csv', [table], { env });
      expect([shown.status, shown.out]).toEqual([0, expect.stringContaining('109,8 Mln € → 108,9 Mln €')]);
      expect(shown.out).toContain('Non è stato scritto nulla');
      expect(await readFile(join(dir, SNAPSHOT), 'utf8')).toBe(before);
      expect((await run('import:csv', ['--yes', table], { env })).out).toContain('scritto. Controllarlo');
      expect(await readFile(join(dir, SNAPSHOT), 'utf8')).toBe(
        before.replace(/.*"109,8".*/, (line) => line.replaceAll('109,8', '108,9').replace('109.8', '108.9')),
      );
    });
  });

  it.each([
    ['s\n', true],
    ['no\n', false],
    ['\u0004', false],
    ['\u0003', false],
  ])('ask at a terminal, where %j means %s', async (typed, written) => {
    await withTable(async (dir, env, table) => {
      const before = await readFile(join(dir, SNAPSHOT), 'utf8');
      const ended = await runAtTerminal('import:csv', [table], { prompt: '? [', typed, env });
      if (ended === null) return console.warn('no `script` here: the question is not asked');
      expect(ended.status).toBe(0);
      expect(ended.out).toContain(`Scrivere ${join(dir, SNAPSHOT)}? [s/N]`);
      expect((await readFile(join(dir, SNAPSHOT), 'utf8')) !== before).toBe(written);
    });
  });

  it('write the schemas anew', async () => {
    await withCopy(async (dir) => {
      const path = join(dir, 'schema/snapshot.schema.json');
      const before = await readFile(path, 'utf8');
      await writeFile(path, '{}');
      expect((await run('format:data', ['--check', dir])).err).toContain(
        'schema/snapshot.schema.json: da riscrivere.',
      );
      expect((await run('schema', [], { env: { DATA_DIR: dir } })).status).toBe(0);
      expect(await readFile(path, 'utf8')).toBe(before);
      await writeFile(join(dir, PROGRAMME), '{');
      expect((await run('schema', [], { env: { DATA_DIR: dir } })).status).toBe(1);
      expect(await readFile(path, 'utf8')).toBe(before);
    });
  });

  it.each([
    ['format:data', ['--wrong']],
    ['format:data', ['one', 'two']],
    ['format:data', ['--locale', 'fr']],
    ['new:snapshot', []],
    ['new:snapshot', ['2023-12-31', '2024-12-31']],
    ['export:csv', ['--out']],
    ['import:csv', []],
    ['import:csv', ['--yes=no', 'x']],
    ['import:eu', ['--wrong']],
  ])('%s says how it is called: %j', async (bin, args) => {
    const { status, out, err } = await run(bin, args, { env: { DATA_DIR: 'nowhere' } });
    expect([status, out, err]).toEqual([2, '', expect.stringMatching(/^.+ Uso: npm run .+\n$/)]);
  });
});
