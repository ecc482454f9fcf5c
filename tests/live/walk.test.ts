import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, expect, it } from 'vitest';
import { build } from '../built.ts';
import { PROGRAMME, withCopy } from '../check/copy.ts';
import { slash } from '../loopback/interactions.ts';
import { type Running, runBin, until } from './compiled.ts';

const DATE = '2023-12-31';
const FILE = `snapshots/${DATE}.json`;

beforeAll(() => build());

/** What a person in the chat is told. */
async function told(url: string, question: string): Promise<string> {
  const response = await fetch(`${url}/api/interactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(slash('ask', { question }, 'it')),
  });
  return (await response.text()).replaceAll('\u00a0', ' ');
}

/** A program of the README, as a maintainer runs it. */
async function program(name: string, args: readonly string[], dir: string) {
  const running = runBin('cli', { DATA_DIR: dir, SOURCE_DIR: 'nowhere' }, [name, ...args]);
  await running.ended;
  return { ...running.said, status: running.child.exitCode };
}

async function rewrite(dir: string, file: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(dir, file), change(await readFile(join(dir, file), 'utf8')));
}

/** The new document, described like the one before it. */
function described(text: string): string {
  const programme = JSON.parse(text);
  const [slides] = programme.documents;
  const { text: _, ...like } = slides;
  const title = { it: 'Attuazione al 31.12.2023 (slide)', en: 'Implementation at 31.12.2023 (slides)' };
  return JSON.stringify({
    ...programme,
    documents: [...programme.documents, { ...like, id: 'slides-2023', title }],
  });
}

/** Everything but the figures: the document, what it says in words, and the notes, gone through and confirmed. */
function reviewed(text: string): string {
  const snapshot = JSON.parse(text.replaceAll('"slides-2020"', '"slides-2023"'));
  delete snapshot.sources[0].confirm;
  for (const remark of snapshot.remarks) delete remark.confirm;
  for (const note of Object.values<{ confirm?: string }>(snapshot.notes)) delete note.confirm;
  return JSON.stringify(snapshot);
}

/** In Excel: one new figure, with its words; every other one holds, but for one that is left for later. */
function edited(csv: string, { left }: { readonly left: number }): string {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.replace('\ufeff', ''), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  const rows = data.map((row, at) => {
    const confirm = at < left ? row['da confermare'] : '';
    if (row.soggetto !== 'axis-2' || row.misura !== 'certified') return { ...row, 'da confermare': confirm };
    const quote = row.citazione?.replace('109,8', '120,8');
    return { ...row, valore: '120,8', stampato: '120,8', citazione: quote, 'da confermare': '' };
  });
  return `\ufeff${Papa.unparse({ fields: meta.fields ?? [], data: rows }, { delimiter: ';', newline: '\r\n' })}\r\n`;
}

async function address({ said }: Running): Promise<string> {
  await until(() => /http:\S+/.test(said.out));
  return /http:[^\s)]+/.exec(said.out)?.[0] ?? '';
}

it(
  'leads from a new report to a bot that speaks of it, as data/README.md tells it',
  { timeout: 240_000 },
  () =>
    withCopy(async (dir) => {
      const bot = runBin('start', { DISCORD_TOKEN: '', PORT: '0', DATA_DIR: dir });
      try {
        const url = await address(bot);
        const asked = 'quanto ha certificato l’asse II?';
        expect(await told(url, asked)).toMatch(/31\.12\.2020.*109,8 Mln €/s);

        await rewrite(dir, PROGRAMME, described);
        const begun = await program('new:snapshot', [DATE], dir);
        expect([begun.status, begun.err]).toEqual([0, '']);
        await rewrite(dir, FILE, reviewed);
        const table = join(dir, 'table.csv');
        expect((await program('export:csv', ['--out', table, DATE], dir)).status).toBe(0);
        const exported = await readFile(table, 'utf8');

        await writeFile(table, edited(exported, { left: 1 }));
        expect((await program('import:csv', ['--yes', table], dir)).status).toBe(0);
        const unfinished = await program('check:data', [], dir);
        expect([unfinished.status, unfinished.out]).toEqual([
          0,
          expect.stringContaining('1 cifra da confermare'),
        ]);
        expect(await told(url, asked)).toMatch(/31\.12\.2020.*109,8 Mln €/s);

        await writeFile(table, edited(exported, { left: 0 }));
        const taken = await program('import:csv', ['--yes', table], dir);
        expect([taken.status, taken.err]).toEqual([0, '']);
        expect((await program('format:data', [], dir)).status).toBe(0);
        const checked = await program('check:data', [], dir);
        expect([checked.status, checked.out]).toEqual([0, expect.stringContaining('Errori: 0')]);
        const changed = await program('diff:data', ['2020-12-31', DATE], dir);
        expect(changed.out).toContain('Asse II: certificato 109,8 → 120,8 (+11,0)');

        await until(async () => (await told(url, asked)).includes('31.12.2023'));
        expect(await told(url, asked)).toMatch(/31\.12\.2023.*120,8 Mln €/s);
        expect(await told(url, `${asked.slice(0, -1)} nel 2020?`)).toMatch(/31\.12\.2020.*109,8 Mln €/s);
      } finally {
        bot.child.kill('SIGKILL');
        await bot.ended;
      }
    }),
);
