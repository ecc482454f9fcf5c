import { beforeAll, describe, expect, it } from 'vitest';
import { sheetPlan } from '../../../src/maintenance/sheet/plan.ts';
import { sheetText } from '../../../src/maintenance/sheet/text.ts';
import type { FigureRow, SnapshotFile } from '../../../src/model/schema.ts';
import { DATA, readFiles } from '../../check/copy.ts';
import { cellsOf, edit, opened, rowWith, tableOf } from './table.ts';

let given: Awaited<ReturnType<typeof opened>>;
let text = '';
beforeAll(async () => {
  given = await opened(DATA);
  const { programme, snapshot } = await readFiles(DATA);
  text = sheetText(programme, snapshot);
});

type Cells = Readonly<Record<string, string>>;
const figuresOf = (snapshot: SnapshotFile) => snapshot.sources.flatMap(({ figures }) => figures);

/** What a plan comes to: the snapshot, nothing, or what is wrong and where. */
function planned(rows: string[][], delimiter: string): SnapshotFile | null | readonly string[] {
  const plan = sheetPlan({ ...given, bytes: Buffer.from(tableOf(rows, delimiter)) });
  if (!('change' in plan)) return plan.map(({ column, message }) => `${column}: ${message.en}`);
  return plan.change && JSON.parse(plan.change.files.at(-1)?.text ?? '');
}

/** A figure of the slides with other cells. */
function edited(subject: string, measure: string, unit: string, cells: Cells, delimiter = ';') {
  const rows = cellsOf(text);
  const fits = (cell: (head: string) => string) =>
    cell('soggetto') === subject &&
    cell('misura') === measure &&
    cell('unità') === unit &&
    cell('tipo') === 'cifra';
  edit(rows, fits, cells);
  return planned(rows, delimiter);
}

/** A figure that nobody has printed yet. */
function added(cells: Cells, delimiter = ';'): Partial<FigureRow> | readonly string[] | undefined {
  const rows = cellsOf(text);
  const own = {
    soggetto: 'axis-3',
    documento: 'slides-2020',
    pagina: '7',
    data: '2020-12-31',
    tipo: 'cifra',
  };
  rows.push(rowWith(rows, { ...own, ...cells }));
  const made = planned(rows, delimiter);
  if (made === null || !('sources' in made)) return made ?? undefined;
  return figuresOf(made).find(({ subject, measure }) => subject === 'axis-3' && measure === cells.misura);
}

describe('what a spreadsheet does by itself to a number changes nothing', () => {
  it.each<readonly [string, string, string, Cells]>([
    ['programme', 'participants-male', 'percent', { stampato: '54,00%', valore: '54,00' }],
    ['programme', 'participants-male', 'percent', { stampato: '54,0 %', valore: '54' }],
    ['axis-2', 'certified', 'MEUR', { stampato: '109,80', valore: '109,80', pagina: '6,00' }],
    ['axis-2', 'allocation', 'MEUR', { stampato: '379,00 €', valore: '€ 379,00' }],
    ['programme', 'selected-operations', 'count', { stampato: '189.082,00', valore: '189.082,00' }],
    ['programme', 'selected-operations', 'count', { stampato: '189082,00', valore: '189082' }],
    ['axis-2', 'committed', 'EUR', { stampato: '184312574,33', valore: '184.312.574,33 €' }],
  ])('%s %s %s', (subject, measure, unit, cells) => {
    expect(edited(subject, measure, unit, cells)).toBeNull();
  });

  it.each<readonly [string, string, string, Cells]>([
    ['programme', 'participants-male', 'percent', { stampato: '54.00%', valore: '54.00' }],
    ['axis-2', 'certified', 'MEUR', { stampato: '109.80', valore: '109.80' }],
    ['programme', 'selected-operations', 'count', { stampato: '189,082.00', valore: '189,082.00' }],
  ])('in a table with commas: %s %s %s', (subject, measure, unit, cells) => {
    expect(edited(subject, measure, unit, cells, ',')).toBeNull();
  });
});

describe('a number that means another is never taken in silence', () => {
  it('the fraction that a spreadsheet keeps of a percentage is named as one', () => {
    const fraction =
      'I «stampato»: "0,54" is what the spreadsheet keeps of 54%: write 54% again, in a cell formatted as text.';
    expect(edited('programme', 'participants-male', 'percent', { stampato: '0,54', valore: '' })).toEqual([
      fraction,
    ]);
  });

  it('a zero more on a new value is a new printing', () => {
    const made = edited('axis-2', 'certified', 'MEUR', {
      stampato: '110,50',
      valore: '110,50',
      citazione: '',
    });
    expect(made && 'sources' in made && figuresOf(made)).toContainEqual(
      expect.objectContaining({ subject: 'axis-2', measure: 'certified', value: 110.5, printed: '110,50' }),
    );
  });

  it('of two numbers that a cell may be the value says which, and without it nothing does', () => {
    const cells = { misura: 'unspecified', unità: 'MEUR', stampato: '1,234' };
    const either =
      'I «stampato»: In a table with commas "1,234" may be two numbers: write the number in “valore” without thousands separators.';
    expect(added(cells, ',')).toEqual([either]);
    expect(added({ ...cells, valore: '1,234' }, ',')).toEqual([either]);
    expect(added({ ...cells, valore: '1234' }, ',')).toEqual([
      expect.stringMatching(/^E «valore»: “valore” is 1234, but “stampato” is 1,234/),
    ]);
    expect(added({ ...cells, stampato: '1.234', valore: '1234' }, ',')).toMatchObject({ value: 1234 });
    expect(added(cells)).toMatchObject({ value: 1.234, printed: '1,234' });
  });
});

describe('a new figure is printed as documents print it', () => {
  it.each<readonly [Cells, Partial<FigureRow>]>([
    [
      { misura: 'projects', unità: 'count', stampato: '1.234,00' },
      { value: 1234, printed: '1.234' },
    ],
    [
      { misura: 'projects', unità: 'count', stampato: '29,0', valore: '29,00' },
      { value: 29, printed: '29' },
    ],
    [
      { misura: 'unspecified', unità: 'MEUR', stampato: '12,50', valore: '12,50' },
      { value: 12.5, printed: '12,50' },
    ],
  ])('%j', (cells, figure) => {
    expect(added(cells)).toMatchObject(figure);
  });

  it('a count has no decimals of its own', () => {
    expect(added({ misura: 'projects', unità: 'count', stampato: '29,5' })).toEqual([
      'I «stampato»: "29,5" has decimals but is a count: write a whole number, or correct the unit.',
    ]);
  });
});
