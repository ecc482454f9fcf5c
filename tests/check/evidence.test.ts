import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Note } from '../../src/model/schema.ts';
import { both, files, money, other, snapshotOf } from './other.ts';

const rulesOf = (...snapshots: ReturnType<typeof snapshotOf>[]) =>
  check(files(other, ...snapshots)).map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
const about = (rule: string, found: readonly string[]) => found.filter((each) => each.includes(` ${rule} `));

/** A whole date of the other programme; its allocation carries a note. */
function noted(note: Note, exceptions: object[] = [], more: object = {}) {
  const [first, ...others] = [
    money('axis-1', 'allocation', 8.4),
    money('axis-2', 'allocation', 2),
    money('programme', 'allocation', 10.4),
  ];
  const snapshot = snapshotOf('2021-06-30', [
    { ...first, note: 'said' } as (typeof others)[number],
    ...others,
  ]);
  return { ...snapshot, notes: { said: note }, exceptions, ...more } as typeof snapshot;
}

describe('a number of a note', () => {
  const found = (...snapshots: Parameters<typeof rulesOf>) => about('note-numbers', rulesOf(...snapshots));

  it.each([
    ['printed by a figure', { it: 'Di 10,4 Mln €.', en: 'Of €10.4 M.' }],
    ['no amount: a day, a page, a code', both('Al 30.6.2021, slide 7–9, PI 9.iv, CO16, 2014-2020.')],
    ['in its brief as well', { ...both('Vedi.'), brief: { it: 'Sono 8,4 Mln €.', en: '€8.4 M.' } }],
  ])('may be %s', (_, note) => expect(found(noted(note))).toEqual([]));

  it('is an error where nothing prints it, in whichever language it stands', () => {
    expect(found(noted({ it: 'Di 12,5 Mln €.', en: 'Of €12.5 M.' }))).toEqual([
      'error note-numbers notes.said.it',
    ]);
    expect(found(noted({ it: 'Vedi.', en: 'See.', brief: { it: '77 %', en: '77 %' } }))).toEqual([
      'error note-numbers notes.said.brief.it',
    ]);
  });

  it('may be excepted, as long as the note says it', () => {
    const exception = { rule: 'number', note: 'said', number: '1.234' };
    expect(found(noted({ it: 'Sono 1.234.', en: 'They are 1,234.' }, [exception]))).toEqual([]);
    expect(found(noted(both('Nulla.'), [exception]))).toEqual(['error note-numbers exceptions[0]']);
  });

  it('may be what an earlier date printed of the same figure, where the note names its year', () => {
    const before = snapshotOf('2019-12-31', [money('axis-1', 'allocation', 7.7)]);
    const now = noted({ it: 'Nel 2019 erano 7,7 Mln €.', en: 'In 2019 it was €7.7 M.' });
    expect(found(before, now)).toEqual([]);
    expect(found(now)).toHaveLength(1);
    expect(found(before, noted({ it: 'Sono 7,7 Mln €.', en: 'It is €7.7 M.' }))).toHaveLength(1);
  });
});

describe('a measure of the last whole date', () => {
  const dated = {
    ...other,
    documents: other.documents.map((document) => ({ ...document, dates: undefined })),
  };
  const later = { ...other.documents[0], id: 'next', dates: undefined };
  const programme = { ...dated, documents: [...dated.documents, later] } as typeof other;
  const figures = [money('axis-1', 'allocation', 8.4), money('axis-1', 'paid', 1.5)];
  const found = (...snapshots: ReturnType<typeof snapshotOf>[]) =>
    about(
      'measures-gone',
      check(files(programme, ...snapshots)).map(({ severity, rule, path }) => `${severity} ${rule} ${path}`),
    );
  const before = snapshotOf('2020-12-31', figures);

  it('is missed, unless an exception says that it is gone', () => {
    const now = snapshotOf('2021-12-31', figures.slice(0, 1), 'next');
    expect(found(before, now)).toEqual(['warning measures-gone sources[0]']);
    const gone = { rule: 'measure-gone', subject: 'axis-1', measure: 'paid', note: 'said' };
    const stated = { ...now, notes: { said: both('Non più.') }, exceptions: [gone] } as typeof now;
    expect(found(before, stated)).toEqual([]);
  });

  it('is not missed in a partial date, nor in a document of another form', () => {
    const partial = { ...snapshotOf('2021-12-31', figures.slice(0, 1), 'next'), partial: true as const };
    expect(found(before, partial)).toEqual([]);
    expect(found(before, snapshotOf('2021-12-31', figures.slice(0, 1), 'table'))).toEqual([]);
  });
});

describe('a page whose text is at hand', () => {
  const found = (text: string, ...rows: ReturnType<typeof money>[]) => {
    const all = files(other, snapshotOf('2021-06-30', rows));
    return check({ ...all, texts: new Map([['report', [text]]]) })
      .filter(({ rule }) => ['unclaimed-numbers', 'shared-numbers', 'source-says-so'].includes(rule))
      .map(({ severity, rule, message }) => `${severity} ${rule}: ${message.en}`);
  };
  const [one, two] = [money('axis-1', 'paid', 1.5), money('axis-2', 'paid', 2.5)];

  it('prints nothing that no figure says', () => {
    expect(found('Asse 1: 1,5 Mln €. Asse 2: 2,5 Mln €.', one, two)).toEqual([]);
    expect(found('Asse 1: 1,5 Mln €. Asse 2: 2,5 Mln €.', one)).toEqual([
      'warning unclaimed-numbers: Page 1 of report prints 2,5, which no figure says here: "Asse 1: 1,5 Mln €. Asse 2: 2,5 Mln €.".',
    ]);
  });

  it('prints a number for each figure that takes it', () => {
    const other = { ...two, value: 1.5, printed: '1,5' };
    expect(found('Asse 1: 1,5 Mln €. Asse 2: 2,5 Mln €.', one, other)).toEqual([
      expect.stringContaining('warning unclaimed-numbers: Page 1 of report prints 2,5'),
      expect.stringContaining(
        'warning shared-numbers: Page 1 of report does not print 1,5 for "axis-2" as well',
      ),
    ]);
  });
});
