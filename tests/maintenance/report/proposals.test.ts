import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { rawPagesOf } from '../../../src/check/source-text.ts';
import { draftFrom } from '../../../src/maintenance/form/draft.ts';
import { renewedNote } from '../../../src/maintenance/report/notes.ts';
import { prefilled } from '../../../src/maintenance/report/prefill.ts';
import type { FigureRow, SnapshotFile } from '../../../src/model/schema.ts';
import { DATA, hasSource, readFiles, SOURCE_TEXT } from '../../check/copy.ts';
import { aYearOn, BOXES, dice, madeUpReport, PARAGRAPHS, shuffledPieces } from './madeUp.ts';

const { programme, snapshot } = await readFiles(DATA);
const TO = '2023-12-31';
const oldText = hasSource ? await readFile(SOURCE_TEXT, 'utf8') : '';
const oldPages = rawPagesOf(oldText);
const figures = snapshot.sources[0]?.figures ?? [];

/** Every place of the report another number than any other, so that a number in a wrong place shows. */
const places = [...new Set(figures.map(({ page, printed, quote }) => `${page} ${printed} ${quote}`))];
const eachItsOwn = ({ page, printed, quote }: FigureRow, number: string): string => {
  const at = places.indexOf(`${page} ${printed} ${quote}`);
  const digits = number.replace(/\D/g, '').length;
  const own = String(10 ** Math.max(3, digits - 1) + at * 7 + 1);
  return number.includes(',') ? `${own},${'1'.repeat(number.split(',')[1]?.length ?? 1)}` : own;
};

type Change = (row: FigureRow, number: string) => string;
const dated = [['31.12.2020', '31.12.2023']] as const;

function outcome(change: Change, layout: (pages: readonly string[]) => readonly string[], given = oldText) {
  const pages = madeUpReport(oldPages, figures, change, dated);
  const draft = draftFrom(snapshot as SnapshotFile, TO, programme).snapshot;
  const filled = prefilled({
    ...{ programme, draft, from: '2020-12-31' },
    text: layout(pages).join('\n\f'),
    oldText: given === '' ? null : given,
  });
  const rows = filled?.snapshot.sources[0]?.figures ?? [];
  const truth = figures.map((row) => row.printed.replace(/\d+(?:[.,]\d+)*/, (number) => change(row, number)));
  const wrong = rows.flatMap(({ subject, measure, was, printed }, at) =>
    was !== undefined && printed !== truth[at] ? [`${subject} ${measure}: ${printed}, not ${truth[at]}`] : [],
  );
  return { right: rows.filter(({ was }) => was !== undefined).length - wrong.length, wrong, filled };
}

const sameLayout = (pages: readonly string[]) => pages;
const shuffled = (between: RegExp, seed: number) => (pages: readonly string[]) => {
  const random = dice(seed);
  return pages.map((page) => shuffledPieces(page, between, random));
};
const wrapped = (width: number) => (pages: readonly string[]) =>
  pages.map((page) => page.replace(/\s+/g, ' ').replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n'));

describe.skipIf(!hasSource)('what a new report of the same shape proposes', () => {
  it('is every figure, where the layout is the same', () => {
    const { right, wrong } = outcome(aYearOn, sameLayout);
    expect(wrong).toEqual([]);
    expect(right).toBe(162);
  });

  it('is nearly every figure, where the lines break elsewhere', () => {
    for (const width of [30, 60, 2000]) {
      const { right, wrong } = outcome(aYearOn, wrapped(width));
      expect(wrong).toEqual([]);
      expect(right).toBeGreaterThan(140);
    }
  });

  it.each([1, 2, 3, 4])('is most figures and no wrong one, with the boxes shuffled (%i)', (seed) => {
    for (const change of [aYearOn, eachItsOwn]) {
      const { right, wrong } = outcome(change, shuffled(BOXES, seed));
      expect(wrong).toEqual([]);
      expect(right).toBeGreaterThan(110);
    }
  });

  it.each([1, 2, 3, 4])('is no wrong figure, with labels torn from their numbers (%i)', (seed) => {
    for (const change of [aYearOn, eachItsOwn])
      expect(outcome(change, shuffled(PARAGRAPHS, seed)).wrong).toEqual([]);
  });

  it('finds a page at another place, and says which one is gone', () => {
    const moved = outcome(aYearOn, ([first = '', ...pages]) => [
      first,
      'Un’altra slide\n\n12,3 Mln€ di spesa',
      ...pages,
    ]);
    expect([moved.right, moved.wrong, moved.filled?.lostPages]).toEqual([162, [], []]);
    const page = moved.filled?.snapshot.sources[0]?.figures.find(
      ({ measure }) => measure === 'certified',
    )?.page;
    expect(page).toBe(3);
    const shorter = outcome(aYearOn, (pages) => pages.filter((_, at) => at !== 6));
    expect([shorter.wrong, shorter.filled?.lostPages]).toEqual([[], [7]]);
  });

  it('leaves bare numbers blank whose order the sums contradict', () => {
    const men = (pages: readonly string[]) =>
      pages.map((page) => page.replace(/(195\.286)([\s\S]*?)(224\.222)/, '$3$2$1'));
    const { wrong, filled } = outcome(aYearOn, men);
    expect(wrong).toEqual([]);
    const rows = filled?.snapshot.sources[0]?.figures ?? [];
    const women = rows.find(
      ({ subject, measure }) => subject === 'axis-1' && measure === 'participants-female',
    );
    expect([women?.printed, women?.was]).toEqual(['97.643', undefined]);
  });

  /** Every paragraph of a page that holds a number goes before its label. */
  const numbersFirst = (page: string) => {
    const [title = '', ...paragraphs] = page
      .split(/\n[ \t]*\n|\n(?=\d+ ?%)/)
      .filter((each) => each.trim() !== '');
    const turned = paragraphs.reduce<readonly string[]>((all, each) => {
      if (!/^\s*\d[\d.,]*\s*(?:%|MLN€)?\s*$/.test(each)) return all.concat(each);
      const label = all.findLastIndex((one) => /^\s*\d[\d.,]*\s*(?:%|MLN€)?\s*$/.test(one)) + 1;
      return all.toSpliced(label, 0, each);
    }, []);
    return [title, ...turned].join('\n\n');
  };
  const onPage = (number: number, change: (page: string) => string) => (pages: readonly string[]) =>
    pages.map((page, at) => (at === number - 1 ? change(page) : page));
  const replacing = (from: RegExp, to: string) => (page: string) => {
    expect(page).toMatch(from);
    return page.replace(from, to);
  };

  it.each<readonly [string, (pages: readonly string[]) => readonly string[]]>([
    ['the numbers of slide 2 before their labels', onPage(2, numbersFirst)],
    ['the numbers of slide 3 before their labels', onPage(3, numbersFirst)],
    [
      'the shares of the axes in another order',
      onPage(1, replacing(/31%\s+2%\s+3%\s+24%\s+39%/, '24%\n\n39%\n\n31%\n\n2%\n\n3%')),
    ],
    [
      'money before its share',
      onPage(
        1,
        replacing(/UE 50%\s+485,2 Mn€\s+STATO 35%\s+339,6 Mn€/, '485,2 Mn€ UE 50%\n\n339,6 Mn€ STATO 35%'),
      ),
    ],
    [
      'men before women, with their shares',
      onPage(5, replacing(/(195\.286)\s+(47%)\s+(224\.222)\s+(53%)/, '$3\n\n$4\n\n$1\n\n$2')),
    ],
    ['what it was beside what it is', onPage(2, replacing(/548,5 MLN€/, '536,5 MLN€ → 548,5 MLN€'))],
    [
      'a part beside the whole',
      onPage(6, replacing(/attivate per 168,5 MLN€/, 'attivate per 12 MLN€ nel 2023 (168,5 MLN€ in totale)')),
    ],
    ['the mark of a footnote', onPage(5, replacing(/419\.508 PARTECIPANTI/, '419.508 1 PARTECIPANTI'))],
  ])('is no wrong figure with %s', (_, layout) => {
    expect(outcome(aYearOn, layout).wrong).toEqual([]);
  });

  it('needs the old text for numbers without words beside them', () => {
    const { right, wrong } = outcome(aYearOn, sameLayout, '');
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(60);
  });

  it('is nothing for a figure whose words are other ones', () => {
    const other = (pages: readonly string[]) =>
      pages.map((page) => page.replaceAll('impegnati', 'liquidati').replaceAll('IMPEGNATE', 'CERTIFICATE'));
    const { wrong, filled } = outcome(aYearOn, other);
    expect(wrong).toEqual([]);
    const rows = filled?.snapshot.sources[0]?.figures ?? [];
    expect(
      rows.filter(({ was }) => was === undefined).map(({ subject, measure }) => `${subject} ${measure}`),
    ).toEqual([
      // What stands after these numbers has changed as well, and nothing else tells them from their neighbours.
      'programme activated',
      'programme committed',
      'programme paid',
      'lombardia-plus-cultura committed',
      'lombardia-plus-cultura projects',
      'autoimprenditorialita-cultura committed',
      'autoimprenditorialita-cultura projects',
      'its-2020-2021 committed',
    ]);
  });

  it.each([
    ['blanks between thousands', /419\.508 PARTECIPANTI/, '419 508 PARTECIPANTI'],
    ['no-break spaces between thousands', /419\.508 PARTECIPANTI/, '419\u00a0508 PARTECIPANTI'],
    ['a point too many', /122,5 MLN€ DI SPESA/, '1.122.5 MLN€ DI SPESA'],
    ['a decimal point', /122,5 MLN€ DI SPESA/, '122.5 MLN€ DI SPESA'],
    ['apostrophes', /122,5 MLN€ DI SPESA/, '1’122,5 MLN€ DI SPESA'],
    ['a range', /122,5 MLN€ DI SPESA/, '120-122,5 MLN€ DI SPESA'],
    ['a range with blanks', /122,5 MLN€ DI SPESA/, '120 – 122,5 MLN€ DI SPESA'],
    ['a hedge', /122,5 MLN€ DI SPESA/, 'oltre 122,5 MLN€ DI SPESA'],
    ['a hedge cut short', /122,5 MLN€ DI SPESA/, 'ca. 122,5 MLN€ DI SPESA'],
    ['another unit', /122,5 MLN€ DI SPESA/, '0,12 MLD€ DI SPESA'],
    ['thousands said in another word', /SELEZIONATE(\s+)378\.164/, 'SELEZIONATE$1378 migliaia'],
    ['thousands said in a word', /SELEZIONATE(\s+)378\.164/, 'SELEZIONATE$1378 mila'],
  ] as const)('is nothing for a number with %s', (_, from, to) => {
    const text = madeUpReport(oldPages, figures, aYearOn, dated).join('\n\f');
    expect(text).toMatch(from);
    const draft = draftFrom(snapshot as SnapshotFile, TO, programme).snapshot;
    const filled = prefilled({ programme, draft, from: '2020-12-31', text: text.replace(from, to), oldText });
    const row = filled?.snapshot.sources[0]?.figures.find(({ subject, measure, unit, printed }) =>
      from.source.includes('PARTECIPANTI')
        ? subject === 'axis-1' && measure === 'participants' && unit === 'count'
        : from.source.includes('SELEZIONATE')
          ? measure === 'selected-operations'
          : subject === 'axis-1' && measure === 'certified' && printed !== '',
    );
    expect([row?.was, row?.printed]).toEqual([
      undefined,
      expect.stringMatching(/^(209\.754|120,5|189\.082)$/),
    ]);
  });
});

const DAYS = ['2020-12-31', '2023-12-31'] as const;

describe('a note that a new report renews', () => {
  const note = (it: string, en: string) => ({ it, en, confirm: it });
  const row = (printed: string, unit: 'count' | 'percent' | 'MEUR', key = 'n'): FigureRow => ({
    ...{ subject: 'axis-1', measure: 'participants', unit, page: 1, printed, value: 1, note: key },
  });
  const moved = (was: FigureRow, now: string | null) => ({ row: was, now });

  it('has the new numbers of its own figures in both languages', () => {
    const figures = [moved(row('1.033', 'count'), '2.066'), moved(row('70%', 'percent'), '71%')];
    expect(
      renewedNote(
        note('1.033 su 70 % al 31.12.2020', '1,033 of 70 % at 31 December 2020'),
        figures,
        figures,
        DAYS,
      ),
    ).toEqual({
      ...{
        it: '2.066 su 71 % al 31.12.2023',
        en: '2,066 of 71 % at 31 December 2023',
        confirm: '2.066 su 71 % al 31.12.2023',
      },
    });
  });

  it.each([
    ['a number of no figure', '1.033 e altri 300', [moved(row('1.033', 'count'), '2.066')]],
    ['a short number of another figure', '41 in tutto e 300', [moved(row('41', 'count'), '42')]],
    ['a figure of another unit', '70 in tutto', [moved(row('70%', 'percent'), '71%')]],
    ['a figure that was not found', '1.033 in tutto', [moved(row('1.033', 'count'), null)]],
    [
      'two figures that differ now',
      '85 % e poi',
      [moved(row('85%', 'percent'), '86%'), moved(row('85%', 'percent'), '85%')],
    ],
  ] as const)('stays as it is with %s', (_, it, figures) => {
    expect(renewedNote(note(it, it), figures, figures, DAYS)).toEqual(note(it, it));
  });
});
