import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../built.ts';
import { lines, objects, run } from '../terminal/program.ts';

/** Walks "Another programme" of data/README.md as it stands there. */
const [, section = ''] = readFileSync('data/README.md', 'utf8').split('## Another programme\n');
const steps = section.split('\n## ', 1)[0] ?? '';
const commands = [...steps.matchAll(/```\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.split('\n').flatMap((line) => line.trim() || []),
);

let place: string;
let mine: string;
beforeAll(async () => {
  await build('program');
  place = mkdtempSync(join(tmpdir(), 'another-'));
  mine = join(place, 'my-programme');
});
afterAll(() => rmSync(place, { recursive: true }));

function edited(file: string, edit: (text: string) => string): void {
  const path = join(mine, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

it('says how in under 25 lines', () => {
  expect(steps.trimEnd().split('\n').length).toBeLessThan(25);
  expect(commands.map((command) => command.replace(/"[^"]*"/, '"…"'))).toEqual([
    'cp -r tests/secondProgramme/data ../my-programme',
    'cp -r data/schema ../my-programme/schema',
    'npm run check:data -- ../my-programme',
    'DATA_DIR=../my-programme npm run ask -- "…"',
    'DATA_DIR=../my-programme npm start',
  ]);
});

it('copies the folders, and the copy is clean', async () => {
  for (const command of commands.filter((each) => each.startsWith('cp '))) {
    const [program = '', ...args] = command.replaceAll('../my-programme', mine).split(' ');
    execFileSync(program, args);
  }
  const { $schema } = JSON.parse(readFileSync(join(mine, 'programme.json'), 'utf8')) as { $schema: string };
  expect(JSON.parse(readFileSync(join(mine, $schema), 'utf8'))).toHaveProperty('properties.axes');
  const checked = await run('check:data', [mine]);
  expect([checked.status, lines(checked).at(-1)]).toEqual([0, 'Errori: 0; avvisi: 0.']);
});

it('says what is left to do when a record is replaced and its figures are not', async () => {
  edited('programme.json', (text) =>
    text
      .replaceAll('"care"', '"soil"')
      .replaceAll('Cura e comunità', 'Terra e acqua')
      .replaceAll('Care and community', 'Soil and water'),
  );
  const checked = await run('check:data', [mine]);
  expect(checked.status).toBe(1);
  expect(checked.out).toContain('"care" qui non esiste.');
});

it('answers from the new folder, with its names, date and figures', async () => {
  renameSync(join(mine, 'snapshots/2024-06-30.json'), join(mine, 'snapshots/2025-12-31.json'));
  edited('snapshots/2025-12-31.json', (text) =>
    text.replaceAll('"care"', '"soil"').replace('2024-06-30', '2025-12-31'),
  );
  expect((await run('check:data', [mine])).status).toBe(0);
  const env = { DATA_DIR: mine };
  const asked = await run('ask', ['--json', 'quanto ha pagato l’asse terra e acqua?'], { env });
  expect(objects(asked)).toMatchObject([
    {
      outcome: 'answer',
      facts: [{ subject: { id: 'soil' }, measure: 'paid', value: 4.4, asOf: '2025-12-31' }],
    },
  ]);
  const [, command = ''] = /ask -- "([^"]*)"/.exec(steps) ?? [];
  expect(objects(await run('ask', ['--json', command], { env }))).toMatchObject([
    { outcome: 'answer', facts: [{ subject: { id: 'work' }, measure: 'paid', value: 3.1 }] },
  ]);
});

it('takes lists that are empty, and none of the fields that may be left out', async () => {
  const path = join(mine, 'programme.json');
  const programme = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const empty = {
    priorities: [],
    indicators: [],
    initiatives: [],
    fundingSources: [],
    glossary: [],
    absent: [],
  };
  writeFileSync(path, JSON.stringify({ ...programme, ...empty }));
  const axes = /"subject": "(?:programme|work|soil|places)"/;
  edited('snapshots/2025-12-31.json', (text) => {
    const snapshot = JSON.parse(text) as { sources: { figures: object[] }[] };
    const sources = snapshot.sources.map((source) => ({
      ...source,
      figures: source.figures.filter((figure) => axes.test(JSON.stringify(figure, null, 1))),
    }));
    return JSON.stringify({ ...snapshot, sources });
  });
  expect(lines(await run('check:data', [mine])).at(-1)).toBe('Errori: 0; avvisi: 0.');
  const env = { DATA_DIR: mine };
  const turns = [
    'aiuto',
    'iniziative',
    'indicatori',
    'che fine ha fatto Ponte?',
    'chi finanzia?',
    'dotazione dell’asse 3',
  ];
  const replies = objects(await run('ask', ['--json'], { env, input: `${turns.join('\n')}\n` }));
  expect(replies.map((reply) => (reply as { outcome: string }).outcome)).toEqual([
    'answer',
    'refuse',
    'refuse',
    'refuse',
    'refuse',
    'answer',
  ]);
});
