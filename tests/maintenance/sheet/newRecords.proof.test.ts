import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDataset } from '../../../src/load/load.ts';
import { parsedFile } from '../../../src/load/parsed.ts';
import { sheetText } from '../../../src/maintenance/sheet/text.ts';
import { DATA, PROGRAMME, SNAPSHOT, withCopy } from '../../check/copy.ts';
import {
  cellsOf,
  changesOf,
  exported,
  imported,
  NOTHING,
  older,
  opened,
  programmeIn,
  rowWith,
  snapshotIn,
  tableOf,
} from './table.ts';

const DATE = '2020-12-31';

/** A figure of an initiative that nobody has heard of yet. */
const BOTTEGHE = {
  soggetto: 'botteghe-di-mestiere',
  nome: 'Botteghe di mestiere',
  misura: 'committed',
  valore: '1,5',
  unità: 'MEUR',
  documento: 'slides-2020',
  pagina: '6',
  stampato: '1,5',
  data: DATE,
};

type Cells = Readonly<Record<string, string>>;

/** Imports the table of a date with rows added to it. */
async function withRows(fresh: readonly Cells[], agrees: boolean | null = true) {
  return withCopy(async (dir) => {
    const read = () => Promise.all([PROGRAMME, SNAPSHOT].map((file) => readFile(join(dir, file), 'utf8')));
    const before = await read();
    const rows = cellsOf(await exported(dir));
    const first = rows.length + 1;
    const result = await imported(
      dir,
      tableOf([...rows, ...fresh.map((cells) => rowWith(rows, cells))]),
      agrees,
    );
    const same = (await read()).every((text, index) => text === before[index]);
    const [programme, snapshot] = [await programmeIn(dir), await snapshotIn(dir, DATE)];
    const again = await imported(dir, await exported(dir));
    return { ...result, first, same, programme, snapshot, again, loaded: await loadDataset(dir) };
  });
}

it('a row that names a new initiative brings it in with its figures, all or nothing', async () => {
  const figures = [
    BOTTEGHE,
    { ...BOTTEGHE, nome: '', misura: 'projects', valore: '', unità: 'count', stampato: '12,00' },
  ];
  const { status, lines, programme, snapshot, again, loaded } = await withRows(figures);
  expect([status, ...lines]).toEqual([
    0,
    'What changes at 31 Dec 2020:',
    '+ new initiative: Botteghe di mestiere (botteghe-di-mestiere), Axis II; in English: as in Italian, since “nome (en)” is empty',
    '+ Botteghe di mestiere, committed: 1,5 Mln € (slides-2020, page 6)',
    '+ Botteghe di mestiere, projects: 12 (slides-2020, page 6)',
    'programme.json, snapshots/2020-12-31.json: written. Look at it with git diff and npm run check:data.',
  ]);
  const at = programme.initiatives.findIndex(({ id }) => id === 'botteghe-di-mestiere');
  expect(programme.initiatives[at]).toEqual({
    id: 'botteghe-di-mestiere',
    axis: 'axis-2',
    priority: null,
    printed: 'Botteghe di mestiere',
    name: { it: 'Botteghe di mestiere', en: 'Botteghe di mestiere' },
    aliases: [],
  });
  expect([programme.initiatives[at - 1]?.axis, programme.initiatives[at + 1]?.axis]).toEqual([
    'axis-2',
    'axis-3',
  ]);
  expect(
    snapshot.sources
      .flatMap((source) => source.figures)
      .filter((row) => row.subject === 'botteghe-di-mestiere'),
  ).toEqual([
    expect.objectContaining({ measure: 'committed', value: 1.5, printed: '1,5' }),
    expect.objectContaining({ measure: 'projects', value: 12, printed: '12' }),
  ]);
  expect(loaded.ok).toBe(true);
  expect(again).toEqual(NOTHING);
});

it.each([
  ['its axis as people say it', { asse: 'Asse III', pagina: '7' }, { axis: 'axis-3', priority: null }],
  ['its axis by number', { asse: '4', pagina: '8' }, { axis: 'axis-4', priority: null }],
  [
    'its priority alone, which has an axis',
    { priorità: '9.IV', pagina: '1' },
    { axis: 'axis-2', priority: 'priority-9.iv' },
  ],
  [
    'an English name and aliases',
    { 'nome (en)': 'Craft workshops', alias: 'botteghe; mestieri artigiani' },
    {
      axis: 'axis-2',
      name: { it: 'Botteghe di mestiere', en: 'Craft workshops' },
      aliases: ['botteghe', 'mestieri artigiani'],
    },
  ],
  ['no id, which its name gives', { soggetto: '' }, { id: 'botteghe-di-mestiere' }],
  [
    'words in the place of the id, cut between two words',
    { soggetto: 'Nuova!', nome: 'Percorsi di accompagnamento all’autonomia abitativa' },
    { id: 'percorsi-di-accompagnamento-allautonomia' },
  ],
])('a new initiative may have %s', async (_, cells, record) => {
  const { status, programme } = await withRows([{ ...BOTTEGHE, ...cells }]);
  expect(status).toBe(0);
  expect(programme.initiatives).toContainEqual(expect.objectContaining(record));
});

it('a new initiative may come in with a remark, and in an older table with a column for its axis', async () => {
  const remark = {
    ...BOTTEGHE,
    tipo: 'osservazione',
    misura: '',
    unità: '',
    valore: '',
    stampato: '',
    citazione: 'BOTTEGHE DI MESTIERE: 6 progetti avviati',
    nota: 'projects-started',
  };
  const { status, snapshot } = await withRows([remark]);
  expect([status, snapshot.remarks.at(-1)?.subject]).toEqual([0, 'botteghe-di-mestiere']);
  await withCopy(async (dir) => {
    const [head = [], ...rows] = older(cellsOf(await exported(dir)));
    const fresh = rowWith([[...head, 'asse']], { ...BOTTEGHE, pagina: '1', asse: 'axis-2' });
    const { lines } = await imported(dir, tableOf([[...head, 'asse'], ...rows, fresh]), null);
    expect(lines[1]).toMatch(/^\+ new initiative: Botteghe di mestiere \(botteghe-di-mestiere\), Axis II/);
  });
});

it.each<readonly [string, Cells, string, RegExp]>([
  [
    'has no name',
    { nome: '' },
    'A «soggetto»',
    /"botteghe-di-mestiere" is not in programme\.json: write an id of it; for a new initiative write its name/,
  ],
  [
    'has no axis and a page that tells none',
    { pagina: '1' },
    'S «asse»',
    /The new initiative “Botteghe di mestiere” has no axis and its page tells none: write it in the column “asse”, one of axis-1, axis-2/,
  ],
  [
    'has an axis that is none',
    { asse: 'axis-9' },
    'S «asse»',
    /"axis-9" is not an axis of the programme: write one of axis-1/,
  ],
  [
    'has a priority that is none',
    { priorità: '12.i' },
    'T «priorità»',
    /"12.i" is not a priority of the programme: write one of 8.i/,
  ],
  [
    'has a priority of another axis',
    { asse: '2', priorità: '8.i' },
    'T «priorità»',
    /The priority 8.i belongs to "axis-1"/,
  ],
  [
    'nearly has an id and a name that exist',
    { soggetto: 'smartworkin', nome: 'Azioni a sostegno dello smartworking' },
    'A «soggetto»',
    /"smartworkin" is not in programme\.json: perhaps it is "smartworking", AZIONI A SOSTEGNO/,
  ],
  [
    'nearly has an id that exists and no name',
    { soggetto: 'smartworkin', nome: '' },
    'A «soggetto»',
    /perhaps it is "smartworking"/,
  ],
  [
    'nearly has a name that exists',
    { nome: 'Formazione continau VI', asse: 'I' },
    'A «soggetto»',
    /perhaps it is "formazione-continua-vi"/,
  ],
  [
    'has another name of one that exists',
    { nome: 'smart working', asse: 'I' },
    'A «soggetto»',
    /perhaps it is "smartworking"/,
  ],
])('a row that %s is named by its cell, and nothing is written', async (_, cells, column, why) => {
  const { status, lines, first, same } = await withRows([{ ...BOTTEGHE, ...cells }]);
  expect([status, same]).toEqual([1, true]);
  expect(lines[0]).toContain(`table.csv, row ${first}, column ${column}: `);
  expect(lines[0]).toMatch(why);
});

it.each<readonly [string, Cells]>([
  [
    'another year',
    {
      soggetto: 'its-2023-2024',
      nome: 'Percorsi di istruzione tecnica superiore A.F. 2023/2024',
      asse: 'I',
      pagina: '5',
    },
  ],
  [
    'another phase',
    { soggetto: 'formazione-continua-vii', nome: 'Formazione continua VII', asse: 'I', pagina: '5' },
  ],
  [
    'the same name under another axis',
    { soggetto: 'smartworking-pa', nome: 'Azioni a sostegno dello smartworking', asse: 'IV', pagina: '8' },
  ],
  [
    'a name of its own and nearly the id of another',
    { soggetto: 'smartworkings', nome: 'Lavorare lontano', asse: 'I', pagina: '5' },
  ],
])('what differs from a record that exists by %s is new', async (_, cells) => {
  const { lines } = await withRows([{ ...BOTTEGHE, ...cells }], null);
  expect(lines[1]).toMatch(new RegExp(`^\\+ new initiative: ${cells.nome}`));
});

it('rows of one new initiative that disagree are told of each other', async () => {
  const { lines, first } = await withRows([
    { ...BOTTEGHE, asse: '2' },
    { ...BOTTEGHE, misura: 'paid', nome: 'Botteghe', asse: '3' },
  ]);
  expect(lines).toEqual([
    `table.csv, row ${first + 1}, column B «nome»: Of the same new initiative row ${first} says “Botteghe di mestiere”: write the same, or leave it empty.`,
    `table.csv, row ${first + 1}, column S «asse»: Of the same new initiative row ${first} says “2”: write the same, or leave it empty.`,
    'Nothing was written.',
  ]);
});

it('a record that exists is not changed by the columns of a new one', async () => {
  const { lines, first } = await withRows([
    {
      ...BOTTEGHE,
      soggetto: 'smartworking',
      nome: '',
      misura: 'projects',
      unità: 'count',
      valore: '',
      stampato: '7',
      asse: 'II',
    },
  ]);
  expect(lines[0]).toContain(
    `row ${first}, column S «asse»: The subject exists, and programme.json has something else`,
  );
});

it('a new initiative whose dataset would break a rule leaves both files as they were', async () => {
  const { status, lines, first, same } = await withRows([
    { ...BOTTEGHE, valore: '999,9', stampato: '999,9', alias: 'smart working' },
  ]);
  expect([status, same, lines.at(-1)]).toEqual([1, true, 'Nothing was written.']);
  expect(lines.join('\n')).not.toMatch(/snapshots\/2020-12-31\.json:\d|programme\.json:\d/);
  expect(first).toBeGreaterThan(1);
});

it('the axis of a page is told by whatever document a programme describes', async () => {
  const given = await opened(join(DATA, '../tests/secondProgramme/data'));
  const [raw] = given.raw.files.filter(({ file }) => file.startsWith('snapshots/'));
  const snapshot = raw && parsedFile(raw).snapshot?.content;
  if (!snapshot) throw new Error('no snapshot');
  const rows = cellsOf(sheetText(given.programme, snapshot));
  const cells = { ...BOTTEGHE, documento: 'report-2024', pagina: '3', data: snapshot.date };
  const bytes = Buffer.from(tableOf([...rows, rowWith(rows, cells)]));
  expect(changesOf({ ...given, bytes })).toContainEqual(
    expect.stringMatching(/^\+ new initiative: Botteghe di mestiere \(botteghe-di-mestiere\), Axis 2/),
  );
});
