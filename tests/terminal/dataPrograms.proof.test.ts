import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { build } from '../built.ts';
import { copyData, DATA, SNAPSHOT } from '../check/copy.ts';
import { run } from './program.ts';

const dir = await mkdtemp(join(tmpdir(), 'programs-'));
const folder = (name: string) => join(dir, name);

/** A copy of the real dataset with one file rewritten. */
async function copy(name: string, file: string, rewrite: (text: string) => string): Promise<void> {
  await copyData(folder(name));
  const path = join(folder(name), file);
  await writeFile(path, rewrite(await readFile(path, 'utf8')));
}

beforeAll(async () => {
  await build('program');
  await copy('wrong', SNAPSHOT, (text) => text.replace('"value": 109.8,', '"value": 109.9,'));
  await copy('warned', 'programme.json', (text) => text.replace(', "lavoro"', ''));
  await copy('renamed', 'programme.json', (text) =>
    text.replaceAll('"Asse II – Inclusione sociale"', '"Asse II – Inclusione"'),
  );
  await copy('both', SNAPSHOT, (text) => text.replace('"value": 109.8,', '"value": 109.9,'));
  const path = join(folder('both'), 'programme.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace(', "lavoro"', ''));
  await cp(join(folder('renamed'), SNAPSHOT), folder('bozza.json'));
});
afterAll(() => rm(dir, { recursive: true }));

const checked = z.strictObject({
  findings: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning']),
      rule: z.string(),
      file: z.string(),
      line: z.int().min(1).nullable(),
      column: z.int().min(1).nullable(),
      path: z.string(),
      record: z.string().nullable(),
      message: z.string().min(1),
      advice: z.string().min(1),
    }),
  ),
  summary: z.strictObject({
    errors: z.int(),
    warnings: z.int(),
    figures: z.int(),
    snapshots: z.array(z.strictObject({ date: z.iso.date(), partial: z.boolean(), figures: z.int() })),
    drafts: z.array(z.strictObject({ date: z.iso.date(), left: z.int().min(1) })),
    version: z.string().length(12).nullable(),
  }),
});

const NO_SOURCE = { env: { SOURCE_DIR: 'nowhere' } };

describe('check:data', { timeout: 120_000 }, () => {
  const check = (...args: readonly string[]) => run('check:data', args, NO_SOURCE);

  it('has nothing to say of the real dataset, strictly', async () => {
    const { status, out, err } = await check('--strict');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('Errori: 0; avvisi: 0.');
    expect(out).not.toContain('→');
  });

  it('names place, record, what is wrong and what to write, in either language', async () => {
    const { status, out } = await check(folder('wrong'), '--locale', 'en');
    expect(status).toBe(1);
    expect(out.replaceAll(dir, '')).toMatchInlineSnapshot(`
      "/wrong/snapshots/2020-12-31.json:57:99 error (printed-form)
        Axis II – Social inclusion, certified spend
        sources[0].figures[49].printed (axis-2 certified)
        "printed" is "109,8", but "value" is 109.9.
        → Look at the document and correct whichever of the two is wrong.

      Errors: 1; warnings: 0.
      "
    `);
    expect((await check(folder('wrong'))).out).toContain('Asse II – Inclusione sociale, spesa certificata');
  });

  it('puts warnings in a section after the errors, though their files come before', async () => {
    const { out } = await check(folder('both'));
    const [error, heading, warning] = ['errore (printed-form)', 'Avvisi: ', 'avviso (aliases)'].map((text) =>
      out.indexOf(text),
    );
    expect(error).toBeGreaterThan(0);
    expect(heading).toBeGreaterThan(error ?? 0);
    expect(warning).toBeGreaterThan(heading ?? 0);
    expect(out).toContain('Errori: 1; avvisi: 1.');
  });

  it('ends with 0 for warnings alone, unless they count', async () => {
    expect((await check(folder('warned'))).status).toBe(0);
    expect((await check(folder('warned'), '--strict')).status).toBe(1);
  });

  it('prints one JSON document, whatever it found', async () => {
    for (const [name, counts] of [
      ['wrong', [1, 0]],
      ['warned', [0, 1]],
      ['both', [1, 1]],
    ] as const) {
      const { out, err } = await check(folder(name), '--json');
      const { findings, summary } = checked.parse(JSON.parse(out));
      expect(err).toBe('');
      expect([summary.errors, summary.warnings]).toEqual(counts);
      expect(findings).toHaveLength(counts[0] + counts[1]);
      expect(summary.version === null).toBe(counts[0] > 0);
    }
    const [wrong] = checked.parse(JSON.parse((await check(folder('wrong'), '--json')).out)).findings;
    const lines = (await readFile(wrong?.file ?? '', 'utf8')).split('\n');
    const at = lines[(wrong?.line ?? 0) - 1]?.slice((wrong?.column ?? 0) - 1);
    expect(at).toMatch(/^"printed": "109,8"/);
    const real = checked.parse(JSON.parse((await check('--json')).out)).summary;
    expect(real.snapshots.reduce((total, { figures }) => total + figures, 0)).toBe(real.figures);
    expect(real.figures).toBeGreaterThan(500);
  });

  it.each([[['--jsn']], [['--locale', 'fr']], [['one', 'two']], [['--locale']]])(
    'says how it is called, and ends with 2: %j',
    async (args) => {
      const { status, out, err } = await check(...args);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('Uso: npm run check:data');
    },
  );
});

describe('diff:data', { timeout: 120_000 }, () => {
  const diff = (...args: readonly string[]) => run('diff:data', args, NO_SOURCE);

  it('compares folders, dates and snapshot files', async () => {
    expect((await diff(DATA, folder('renamed'))).out).toContain(
      'nome (it): «Asse II – Inclusione sociale» → «Asse II – Inclusione»',
    );
    const byDate = await diff('2020-12-31', '2021-12-31');
    expect(byDate.status).toBe(0);
    expect(byDate.out).toContain('Asse II: impegnato 184,3 → 307,1 (+122,8) Mln €');
    const byFile = await diff(
      join(DATA, 'snapshots/2020-12-31.json'),
      join(DATA, 'snapshots/2021-12-31.json'),
    );
    expect(byFile.out).toBe(byDate.out);
    expect((await diff('2020-12-31', folder('bozza.json'))).out).toBe('Nessuna differenza.\n');
  });

  it('is text, JSON or Markdown, in either language', async () => {
    const { out } = await diff('2020-12-31', '2021-12-31', '--json');
    expect(
      z
        .object({ dates: z.array(z.object({ changes: z.array(z.object({ measure: z.string() })) })) })
        .parse(JSON.parse(out)).dates,
    ).toHaveLength(1);
    const markdown = await diff('2020-12-31', '2021-12-31', '--markdown', '--locale', 'en');
    expect(markdown.out).toContain('### From 31 Dec 2020 to 31 Dec 2021');
    expect(markdown.out).toContain('| **Axis II** | committed | 184.3 € M | 307.1 € M | +122.8 |');
  });

  it('refuses a broken side with its findings', async () => {
    const { status, out, err } = await diff(DATA, folder('wrong'));
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('ha errori');
    expect(err).toContain('errore (printed-form)');
    const file = join(folder('wrong'), SNAPSHOT);
    const ofFile = await diff('2020-12-31', file);
    expect(ofFile.status).toBe(1);
    expect(ofFile.err).toContain(`${file}:`);
  });

  it('says what to write where there is nothing', async () => {
    for (const what of ['nowhere', '2020-12-30', join(DATA, 'programme.json')]) {
      const { status, err } = await diff(DATA, what, '--locale', 'en');
      expect(status).toBe(1);
      expect(err).toContain(`"${what}" does not exist: write a folder of data`);
      expect(err).toContain('2014-12-31, ');
    }
  });

  it.each([
    [[]],
    [[DATA]],
    [[DATA, DATA, DATA]],
    [[DATA, DATA, '--json', '--markdown']],
    [[DATA, '2020-12-31']],
    [[DATA, DATA, '-x']],
  ])('says how it is called, and ends with 2: %j', async (args) => {
    const { status, out, err } = await diff(...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Uso: npm run diff:data');
  });
});
