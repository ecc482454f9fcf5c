import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../src/desk/ask.ts';
import { loadCatalogue } from '../../../src/desk/catalogue.ts';
import { openDesk } from '../../../src/desk/desk.ts';
import { suggest } from '../../../src/desk/suggest.ts';
import { loadDataset } from '../../../src/load/load.ts';
import { build } from '../../built.ts';
import { lines, objects, run } from '../../terminal/program.ts';
import { csv } from './csv.ts';
import { CCI, FINANCE, PEOPLE } from './lettered.ts';
import { EXPORTS, exported } from './portal.ts';

let place: string;
let dir: string;
let files: readonly string[];
beforeAll(async () => {
  await build('program');
  place = await mkdtemp(join(tmpdir(), 'programme-'));
  dir = join(place, 'mine');
  files = [join(place, 'finance.csv'), join(place, 'people.csv')];
  await writeFile(join(place, 'finance.csv'), exported(FINANCE, EXPORTS['display heads']));
  await writeFile(join(place, 'people.csv'), csv(PEOPLE));
});
afterAll(() => rm(place, { recursive: true }));

type Answer = {
  readonly outcome: string;
  readonly facts: readonly { readonly subject: { readonly id: string }; readonly value: number }[];
};

async function asked(...questions: readonly string[]) {
  const input = questions.map((question) => `${question}\n`).join('');
  const answers = await run('ask', ['--json'], { input, env: { DATA_DIR: dir } });
  return objects(answers) as readonly (Answer & Record<string, unknown>)[];
}

describe('a new programme of lettered axes', () => {
  it('begins with its two CSV files', async () => {
    const begun = await run('new:programme', [CCI, ...files, '--out', dir, '--locale', 'en']);
    expect([begun.status, ...lines(begun)]).toEqual([
      0,
      'eu-finance: 51 figures; rows without date or money, left out: 12; figures that add up several rows, by category of region for example: 9.',
      'eu-achievements: 12 figures; 2 rows do not concern the dataset.',
      `${dir}: programme.json (Axis A, Axis B, Axis C, Axis D, Axis E, Axis F) and 4 dates in snapshots/.`,
      'People who name no date are answered from 2018-12-31.',
      `The names come from the Commission’s files: look at them in programme.json, then npm run check:data -- ${dir}. To try: DATA_DIR=${dir} npm run ask -- "how much has axis A committed?"`,
    ]);
    expect((await readdir(dir)).sort()).toEqual(['programme.json', 'schema', 'snapshots']);
  });

  it('has nothing to correct, and is in its one form', async () => {
    const checked = await run('check:data', [dir]);
    expect([checked.status, checked.out]).toEqual([
      0,
      expect.stringMatching(/^Cifre[\s\S]*\nErrori: 0; avvisi: 0\.\n$/),
    ]);
    expect((await run('format:data', ['--check', dir])).status).toBe(0);
  });

  it('names its axes in both languages, by what they are for', async () => {
    const programme = JSON.parse(await readFile(join(dir, 'programme.json'), 'utf8'));
    expect(programme).toMatchObject({
      cci: CCI,
      name: { it: 'Costa Bruna - ESF' },
      region: { it: 'Costa Bruna' },
    });
    const axes: readonly Record<string, unknown>[] = programme.axes;
    expect(
      axes.map(({ id, number, letter, name, objective }) => [id, number, letter, name, objective]),
    ).toEqual([
      ['axis-a', 1, 'A', { it: 'Asse A – Occupazione', en: 'Axis A – Employment' }, null],
      ['axis-b', 2, 'B', { it: 'Asse B – Inclusione sociale', en: 'Axis B – Social inclusion' }, 'OT9'],
      [
        'axis-c',
        3,
        'C',
        { it: 'Asse C – Istruzione e formazione', en: 'Axis C – Education and training' },
        'OT10',
      ],
      [
        'axis-d',
        4,
        'D',
        {
          it: 'Asse D – Capacità istituzionale e amministrativa',
          en: 'Axis D – Institutional and administrative capacity',
        },
        'OT11',
      ],
      ['axis-e', 5, 'E', { it: 'Asse E – Occupazione', en: 'Axis E – Employment' }, null],
      ['axis-f', 6, 'F', { it: 'Asse F – Assistenza tecnica', en: 'Axis F – Technical assistance' }, null],
    ]);
    expect(programme.priorities.map(({ id }: { readonly id: string }) => id)).toEqual([
      'priority-8.i',
      'priority-9.i',
      'priority-8.i-axis-e',
    ]);
  });

  it.each([
    ["quanto ha impegnato l'asse A?", ['axis-a 3', 'axis-a 3000000.25']],
    ["e l'asse e quanto ha impegnato?", []],
    ['quanto ha impegnato l’asse E?', ['axis-e 15', 'axis-e 15000000.25']],
    ['impegnato asse e', ['axis-e 15', 'axis-e 15000000.25']],
    ['spesa dichiarata asse D', ['axis-d 2', 'axis-d 2000000']],
    ["axis F's commitments", ['axis-f 18', 'axis-f 18000000.25']],
    ['impegnato asse a nel 2016', ['axis-a 1', 'axis-a 1000000.25']],
    ['impegnato asse A e asse C', ['axis-a 3', 'axis-a 3000000.25', 'axis-c 9', 'axis-c 9000000.25']],
  ])('answers %s', async (question, facts) => {
    const [answer] = await asked(question);
    const said = answer?.facts.map(({ subject, value }) => `${subject.id} ${value}`);
    if (facts.length > 0) expect([answer?.outcome, said]).toEqual(['answer', facts]);
    else expect(said?.filter((fact) => !fact.startsWith('axis-e'))).toEqual([]);
  });

  it('compares its axes, ranks them and knows none by another letter', async () => {
    const [compared, ranked, unknown, summed] = await asked(
      'confronta asse A e C',
      'quale asse ha impegnato di più?',
      "quanto ha impegnato l'asse G?",
      'dotazione asse B',
    );
    expect(compared).toMatchObject({
      request: { command: 'compare', options: { first: 'axis-a', second: 'axis-c' } },
    });
    expect(ranked?.facts[0]?.subject.id).toBe('axis-f');
    expect(unknown).toMatchObject({ outcome: 'refuse', facts: [] });
    expect((await asked('aiuto'))[0]?.text).toMatch(/impegnato l’asse A\?/);
    expect(summed?.text).toMatch(/21\.000\.000,50\s€/);
    expect(summed?.text).toContain('calcolato: 20.000.000,00 + 1.000.000,50');
    expect(summed?.text).toContain('divisa per categoria di regione');
  });

  it('offers its axes by their letters, and takes them so', async () => {
    const [loaded, catalogue] = await Promise.all([loadDataset(dir), loadCatalogue()]);
    if (!loaded.ok) throw new Error('the dataset has findings');
    const desk = openDesk(loaded.dataset, catalogue);
    const offered = (text: string) =>
      suggest(desk, { command: 'spending', option: 'axis', text, locale: 'it' })[0]?.value;
    expect(['A', 'e', 'asse d', 'Axis F'].map(offered)).toEqual(['axis-a', 'axis-e', 'axis-d', 'axis-f']);
    const taken = (axis: string) =>
      ask(desk, { command: 'allocation', options: { axis }, locale: 'it' }).request?.options.axis;
    expect(['A', 'e', 'asse d', 'B, C e F'].map(taken)).toEqual([
      'axis-a',
      'axis-e',
      'axis-d',
      'axis-b,axis-c,axis-f',
    ]);
  });

  it('counts the people of the axis, where two axes share a priority', async () => {
    const [first, second] = await asked(
      'disoccupati asse A al 31/12/2019',
      'disoccupati asse E al 31/12/2019',
    );
    expect([first?.facts[0]?.value, second?.facts[0]?.value]).toEqual([1000, 70]);
  });

  it('takes the next files by import:eu, and the same ones change nothing', async () => {
    const env = { DATA_DIR: dir };
    const again = await run('import:eu', [...files, '--locale', 'en'], { env });
    expect([again.status, lines(again).at(-1)]).toEqual([
      0,
      'Nothing to write: the dataset has these figures already.',
    ]);
    const next = FINANCE.filter(({ year }) => year === '2018').map((row) => ({
      ...row,
      year: '2019',
      reference_date: '2019-12-31',
    }));
    await writeFile(join(place, 'next.csv'), exported(next, EXPORTS['Excel in Italian']));
    expect((await run('import:eu', [join(place, 'next.csv')], { env })).status).toBe(0);
    expect((await asked("quanto ha impegnato l'asse C?"))[0]).toMatchObject({
      facts: [{ asOf: '2019-12-31' }, {}],
    });
  });

  it('may have its programme.json alone, and its first snapshots from import:eu', async () => {
    const other = join(place, 'other');
    await mkdir(other);
    await copyFile(join(dir, 'programme.json'), join(other, 'programme.json'));
    const env = { DATA_DIR: other };
    expect((await run('import:eu', files, { env })).status).toBe(0);
    expect(lines(await run('check:data', [other])).at(-1)).toBe('Errori: 0; avvisi: 0.');
    expect(await readdir(join(other, 'snapshots'))).toHaveLength(4);
  });

  it('goes through a spreadsheet with its sums', async () => {
    const env = { DATA_DIR: dir };
    const table = join(place, 'table.csv');
    expect((await run('export:csv', ['2018-12-31', '--out', table], { env })).status).toBe(0);
    const before = await readFile(join(dir, 'snapshots/2018-12-31.json'), 'utf8');
    expect((await run('import:csv', [table, '--yes'], { env })).status).toBe(0);
    expect(await readFile(join(dir, 'snapshots/2018-12-31.json'), 'utf8')).toBe(before);
  });
});

describe('a programme that cannot be begun', () => {
  it.each([
    [
      'in a folder that is there',
      () => [CCI, ...files, '--out', place],
      /is already there: choose another folder/,
    ],
    [
      'from another programme',
      () => ['2014IT05SFOP001', ...files],
      /54 rows are of another programme|rows are of another programme \(2014IT05SFOP098\)/,
    ],
    ['from its people alone', () => [CCI, ...files.slice(1)], /there is none of finance implementation/],
    ['without its files', () => [CCI, join(place, 'none.csv')], /none.csv: The file cannot be read/],
  ] as const)('%s is refused, and nothing is made', async (_, args, why) => {
    const before = (await readdir(place)).sort();
    const { status, out, err } = await run('new:programme', [...args(), '--locale', 'en']);
    expect([status, out + err]).toEqual([1, expect.stringMatching(why)]);
    expect((await readdir(place)).sort()).toEqual(before);
    expect(await readdir('.')).not.toContain('2014IT05SFOP001');
  });
});
