import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookup } from '../../../src/figures/lookup.ts';
import { loadDataset } from '../../../src/load/load.ts';
import { places, readFiles, SNAPSHOT, withCopy, writeJson } from '../../check/copy.ts';
import {
  achievementRow,
  type Cells,
  csv,
  everyAxis,
  financeRow,
  importFiles,
  importText,
  snapshotAt,
  snapshotsOf,
} from './csv.ts';
import { EXPORTS, exported } from './portal.ts';

const DATED = { year: '2023', reference_date: '2023-12-31' };
const FINANCE = [
  ...everyAxis(DATED),
  ...everyAxis({ year: '2024', reference_date: '2024-12-31', total_eligible_cost: '200000000.5' }),
];
const PEOPLE = [achievementRow(), achievementRow({ ind_code: 'CO01', implemented_value: '38538' })];

describe('rows as the portal writes them', () => {
  it('take no cents away, where an export has whole euros', async () => {
    await withCopy(async (dir) => {
      const file = join(dir, 'finance.csv');
      const rows = (cost: string) => everyAxis({ ...DATED, total_eligible_cost: cost });
      await writeFile(file, csv(rows('150000000.47')));
      expect((await importFiles(dir, [file])).status).toBe(0);
      const before = await snapshotsOf(dir);
      await writeFile(file, csv(rows('150000000')));
      expect((await importFiles(dir, [file])).lines.at(-1)).toContain('Nothing to write');
      expect(await snapshotsOf(dir)).toEqual(before);
      await writeFile(file, csv(rows('150000001')));
      await importFiles(dir, [file]);
      expect((await snapshotsOf(dir))['2023-12-31.json']).toContain('150000001');
    });
  });

  it.each(Object.entries(EXPORTS))('make the same dataset: %s', async (_, way) => {
    await withCopy(async (dir) => {
      const [finance, people] = [join(dir, 'finance.csv'), join(dir, 'people.csv')];
      await writeFile(finance, csv(FINANCE));
      await writeFile(people, csv(PEOPLE));
      expect((await importFiles(dir, [finance, people])).status).toBe(0);
      const before = await snapshotsOf(dir);
      await writeFile(finance, exported(FINANCE, way));
      await writeFile(people, exported(PEOPLE, way));
      const { lines } = await importFiles(dir, [finance, people]);
      const rows = (await snapshotsOf(dir))['2023-12-31.json']?.replace(/"page": \d+/g, '');
      expect(rows).toBe(before['2023-12-31.json']?.replace(/"page": \d+/g, ''));
      expect(lines.slice(0, 2)).toEqual(['eu-finance: 30 figures.', 'eu-achievements: 2 figures.']);
    });
  });

  it('are cited by the row of the spreadsheet, under a title as well', async () => {
    await withCopy(async (dir) => {
      await importText(dir, exported(FINANCE, EXPORTS['a title and trailing cells']));
      expect((await snapshotAt(dir, '2023-12-31')).sources[0]?.figures[0]?.page).toBe(3);
    });
  });
});

describe('a date one day beside one that exists', () => {
  it.each<readonly [string, Cells]>([
    ['of a snapshot', { year: '2020', reference_date: '2020-12-30' }],
    ['moved into another year', { year: '2021', reference_date: '2021-01-01' }],
  ])('is refused: %s', async (_, cells) => {
    await withCopy(async (dir) => {
      const before = await snapshotsOf(dir);
      const { status, lines } = await importText(dir, csv(everyAxis(cells)));
      expect(status).toBe(1);
      expect(lines[0]).toMatch(
        /, rows 2–6: \S+ \(reference_date\) is one day beside 2020-12-31, which exists already/,
      );
      expect(await snapshotsOf(dir)).toEqual(before);
    });
  });

  it('is refused between the rows of one file, too', async () => {
    await withCopy(async (dir) => {
      const rows = [financeRow(), financeRow({ priority: 'II', reference_date: '2023-06-29' })];
      expect((await importText(dir, csv(rows))).lines.slice(0, 2)).toEqual([
        expect.stringContaining('row 2: 2023-06-30 (reference_date) is one day beside 2023-06-29'),
        expect.stringContaining('row 3: 2023-06-29 (reference_date) is one day beside 2023-06-30'),
      ]);
    });
  });
});

describe('the first years', () => {
  const early = { year: '2012', total_eligible_cost: '', total_eligible_expenditure: '' };

  it('have rows without date or money, which are left out and counted', async () => {
    await withCopy(async (dir) => {
      const rows = [
        ...everyAxis({ ...early, reference_date: '', total_amount: '' }),
        financeRow({ ...early, reference_date: '' }),
        financeRow({ ...early, total_amount: '', reference_date: '2012-12-31', priority: 'II' }),
        ...everyAxis(),
      ];
      const { lines } = await importText(dir, csv(rows));
      expect(lines[0]).toBe('eu-finance: 15 figures; rows without date or money, left out: 7.');
      expect(Object.keys(await snapshotsOf(dir))).not.toContain('2012-12-31.json');
    });
  });

  it('may have an allocation alone, which is taken', async () => {
    await withCopy(async (dir) => {
      const rows = [financeRow({ ...early, reference_date: '2012-12-31' }), ...everyAxis()];
      const { lines } = await importText(dir, csv(rows));
      expect(lines[0]).toBe('eu-finance: 16 figures; rows with an allocation alone, which was taken: 1.');
      const { sources } = await snapshotAt(dir, '2012-12-31');
      expect(sources[0]?.figures.map(({ measure }) => measure)).toEqual(['allocation']);
    });
  });

  it('end where an axis spends: then a date or a cost that is missing is a mistake', async () => {
    await withCopy(async (dir) => {
      const late = { year: '2024', reference_date: '' };
      const nothing = { total_eligible_cost: '', total_eligible_expenditure: '' };
      const rows = [
        ...everyAxis(),
        financeRow(late),
        financeRow({ ...late, ...nothing, priority: 'II' }),
        financeRow({ ...late, ...nothing, priority: 'III', reference_date: '2024-12-31' }),
      ];
      expect((await importText(dir, csv(rows))).lines.slice(0, -1)).toEqual([
        expect.stringMatching(/, rows 7–8: "" \(reference_date\) is not a date of the year 2024/),
        expect.stringMatching(/, rows 8–9: "" \(total_eligible_cost\) is not a number/),
        expect.stringMatching(/, rows 8–9: "" \(total_eligible_expenditure\) is not a number/),
      ]);
    });
  });
});

describe('an axis that begins later', () => {
  it('is not missed before', async () => {
    await withCopy(async (dir) => {
      const begun = everyAxis({ year: '2012', reference_date: '2012-12-31' }).slice(0, 3);
      expect((await importText(dir, csv([...begun, ...everyAxis()]))).status).toBe(0);
      const { findings } = await loadDataset(dir);
      expect(places(findings).filter((line) => line.includes('2012-12-31'))).toEqual([]);
    });
  });

  it('is missed from then on, in a snapshot that is whole', async () => {
    await withCopy(async (dir) => {
      const others = Object.keys(await snapshotsOf(dir)).filter((name) => name !== '2020-12-31.json');
      const { snapshot } = await readFiles(dir);
      const sources = snapshot.sources.map(({ document, figures }) => ({
        document,
        figures: figures.filter(({ subject }) => document !== 'eu-finance' || subject !== 'axis-5'),
      }));
      await writeJson(dir, SNAPSHOT, { ...snapshot, sources });
      const missed = async () =>
        (await loadDataset(dir)).findings.flatMap(({ message }) =>
          message.en.startsWith('"allocation" of "axis-5" is missing') ? [message.en] : [],
        );
      expect(await missed()).toHaveLength(1);
      for (const name of others) await rm(join(dir, 'snapshots', name));
      expect(await missed()).toEqual([]);
    });
  });

  it('that programme.json lacks is to be added, and it is said how', async () => {
    await withCopy(async (dir) => {
      expect((await importText(dir, csv([financeRow({ priority: 'VI' })]))).lines[0]).toContain(
        'If it is a new axis add it to "axes", with "code": "VI"; another programme begins with npm run new:programme.',
      );
    });
  });
});

describe('rows by category of region', () => {
  const more = { priority: 'II', category_of_region: 'More developed', total_amount: '300000000.0' };
  const less = {
    priority: 'II',
    category_of_region: 'Less developed',
    total_amount: '50000000.25',
    total_eligible_cost: '10.05',
    total_eligible_expenditure: '0.0',
  };

  it('are added up to the cent, cited row by row, and say so', async () => {
    await withCopy(async (dir) => {
      const rows = [...everyAxis({ category_of_region: 'More developed' }).filter((_, at) => at !== 1)];
      const { lines } = await importText(dir, csv([financeRow(less), ...rows, financeRow(more)]));
      expect(lines[0]).toBe(
        'eu-finance: 15 figures; figures that add up several rows, by category of region for example: 3.',
      );
      const { sources, notes } = await snapshotAt(dir, '2023-06-30');
      const figure = sources[0]?.figures.find(
        ({ subject, measure }) => subject === 'axis-2' && measure === 'allocation',
      );
      expect(figure).toEqual({
        subject: 'axis-2',
        measure: 'allocation',
        value: 350000000.25,
        unit: 'EUR',
        page: 2,
        printed: '50000000.25 + 300000000.0',
        sum: {
          rows: [
            { page: 2, printed: '50000000.25' },
            { page: 7, printed: '300000000.0' },
          ],
          note: 'sum-by-region',
        },
      });
      expect(notes['sum-by-region']?.brief?.it).toBe(
        'Somma delle righe per categoria di regione, calcolata qui.',
      );
      const loaded = await loadDataset(dir);
      const dataset = loaded.ok ? loaded.dataset : null;
      const snapshot = dataset?.snapshots.find(({ date }) => date === '2023-06-30');
      const axis = dataset?.subjects.get('axis-2');
      const facts = dataset && snapshot && axis ? lookup({ dataset, snapshot }, axis, 'allocation') : [];
      expect(facts.map(({ unit, status }) => [unit, status])).toEqual([
        ['MEUR', 'derived'],
        ['EUR', 'derived'],
      ]);
      expect(facts[1]?.status === 'derived' && facts[1].inputs.map(({ source }) => source.page)).toEqual([
        2, 7,
      ]);
    });
  });

  it('count people, too', async () => {
    await withCopy(async (dir) => {
      const rows = ['More developed', 'Transition'].map((category_of_region) =>
        achievementRow({ category_of_region }),
      );
      await importText(dir, csv(rows));
      const { sources } = await snapshotAt(dir, '2023-12-31');
      expect(sources[0]?.figures.map(({ value, printed }) => [value, printed])).toEqual([
        [1652, '826 + 826'],
      ]);
    });
  });

  it('are not added where one does not say which it is', async () => {
    await withCopy(async (dir) => {
      const { lines } = await importText(
        dir,
        csv([financeRow(more), financeRow({ ...less, category_of_region: '' })]),
      );
      expect(lines[0]).toContain('50000000.25, but row 2 says 300000000.0');
    });
  });

  it('are a sum that the check holds to its rows', async () => {
    await withCopy(async (dir) => {
      await importText(dir, csv([financeRow(more), financeRow(less)]));
      const snapshot = await snapshotAt(dir, '2023-06-30');
      const text = JSON.stringify(snapshot).replace(
        '"page":3,"printed":"50000000.25"',
        '"page":3,"printed":"50000000.35"',
      );
      await writeFile(join(dir, 'snapshots/2023-06-30.json'), text);
      const { findings } = await loadDataset(dir);
      expect(places(findings).filter((line) => line.startsWith('error'))).toEqual([
        expect.stringMatching(/2023-06-30\.json .*sum.* printed-form/),
      ]);
    });
  });
});
