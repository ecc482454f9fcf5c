import { describe, expect, it } from 'vitest';
import { newSnapshot } from '../../../src/maintenance/form/newSnapshot.ts';
import { withCopy } from '../../check/copy.ts';
import {
  at,
  cellsOf,
  edit,
  exported,
  imported,
  NOTHING,
  numberOf,
  older,
  rowWith,
  snapshotIn,
  tableOf,
} from './table.ts';

const DATE = '2020-12-31';
const DRAFT = '2023-12-31';

/** Runs `change` on the rows of a table, imports it, and gives what was said and what the snapshot has become. */
async function edited(change: (rows: string[][]) => string[][], date = DATE) {
  return withCopy(async (dir) => {
    if (date === DRAFT) await newSnapshot({ date, dir, sourceDir: 'nowhere', locale: 'en' });
    const before = await snapshotIn(dir, date);
    const rows = cellsOf(await exported(dir, date));
    const table = change(rows);
    const { status, lines } = await imported(dir, tableOf(table));
    return { status, lines, rows, before, now: await snapshotIn(dir, date) };
  });
}

const isNote = (key: string) => (cell: (head: string) => string) =>
  cell('tipo') === 'nota' && cell('nota') === key;
const isRemark = (note: string) => (cell: (head: string) => string) =>
  cell('tipo') === 'osservazione' && cell('nota') === note;
const isPrinting = (subject: string) => (cell: (head: string) => string) =>
  cell('tipo') === 'altra stampa' && cell('soggetto') === subject;

describe('a note in the table', () => {
  it('is corrected in both languages, in its brief form too, and nothing else changes', async () => {
    const { status, lines, before, now } = await edited((rows) => {
      edit(rows, isNote('allocated'), {
        'testo (it)': 'Denaro previsto per due anni.',
        'testo (en)': 'Money set aside for two years.',
        'breve (it)': 'Previsto.',
        'breve (en)': 'Set aside.',
        'solo fonti': 'x',
      });
      return rows;
    });
    expect([status, lines[1]]).toEqual([
      0,
      '~ note allocated: text (it) ««Stanziamento»: denaro previsto per il biennio, non attivato né impegnato.» → «Denaro previsto per due anni.»; brief (it) «Denaro previsto per il biennio, non attivato né impegnato.» → «Previsto.»; text (en) «“Stanziamento”: money set aside for the two years, neither activated nor committed.» → «Money set aside for two years.»; brief (en) «Money set aside for the two years, neither activated nor committed.» → «Set aside.»; with the sources only',
    ]);
    const allocated = {
      it: 'Denaro previsto per due anni.',
      en: 'Money set aside for two years.',
      brief: { it: 'Previsto.', en: 'Set aside.' },
      detail: true,
    };
    expect(now).toEqual({ ...before, notes: { ...before.notes, allocated } });
  });

  it('comes with the figure that needs it, and goes with the last that did', async () => {
    const { lines, now } = await edited((rows) => {
      const own = edit(rows, isNote('allocated'), {});
      for (const row of rows)
        if (row !== own && row[at(rows, 'nota')] === 'allocated') row[at(rows, 'nota')] = 'set-aside';
      const fresh = rowWith(rows, {
        nota: 'set-aside',
        tipo: 'note',
        data: DATE,
        'testo (it)': '+previsto per il biennio.',
        'testo (en)': '+set aside for two years.',
      });
      return [...rows.filter((row) => row !== own), fresh];
    });
    expect(lines.filter((line) => /^[+-] /.test(line))).toEqual([
      '- note allocated: «“Stanziamento”: money set aside for the two years, neither activated nor committed.»',
      '+ note set-aside: «+set aside for two years.»',
    ]);
    expect(now.notes['set-aside']).toEqual({
      it: '+previsto per il biennio.',
      en: '+set aside for two years.',
    });
    expect(now.notes.allocated).toBeUndefined();
  });

  it('is not taken away while it is used, and the rows that use it are named', async () => {
    const { status, lines, rows } = await edited((all) =>
      all.filter((row) => !isNoteRow(all, row, 'declared')),
    );
    const using = rows.flatMap((row, index) =>
      row[at(rows, 'nota')] === 'declared' && row[at(rows, 'tipo')] === 'cifra' ? [index + 1] : [],
    );
    expect(using.length).toBeGreaterThan(0);
    expect([status, lines]).toEqual([
      1,
      [
        expect.stringMatching(
          new RegExp(
            `rows? ${using[0]}.*, column K «nota»: The note "declared" no longer has a row but is still used`,
          ),
        ),
        'Nothing was written.',
      ],
    ]);
  });

  it('that only an exception uses is not taken away either', async () => {
    const { status, lines } = await edited((all) => {
      for (const row of all) {
        if (row[at(all, 'tipo')] === 'cifra' && row[at(all, 'nota')] === 'overbooking')
          row[at(all, 'nota')] = '';
      }
      return all.filter((row) => !isNoteRow(all, row, 'overbooking'));
    }, '2022-06-30');
    expect([status, lines[0]]).toEqual([
      1,
      'table.csv: The note "overbooking" no longer has a row but a remark or an exception still uses it: put its row back.',
    ]);
  });

  it('without a text, with half a brief one, without a key or twice is named by row and column', async () => {
    const { status, lines, rows } = await edited((all) => {
      edit(all, isNote('allocated'), { 'testo (en)': '' });
      edit(all, isNote('administrations'), { 'breve (it)': '' });
      edit(all, isNote('axis-shares'), { nota: 'Quote d’asse' });
      edit(all, isNote('two-kinds'), { nota: 'allocated' });
      return all;
    });
    const row = (key: string, text = '') =>
      numberOf(
        rows,
        edit(
          rows,
          (cell) => cell('tipo') === 'nota' && cell('nota') === key && cell('testo (it)').includes(text),
          {},
        ),
      );
    expect(status).toBe(1);
    expect(lines.join('\n')).toContain(
      `row ${row('allocated')}, column O «testo (en)»: The text of the note is missing in this language`,
    );
    expect(lines.join('\n')).toContain(
      `row ${row('administrations')}, column P «breve (it)»: The brief note is there in one language only`,
    );
    expect(lines.join('\n')).toContain(
      `row ${row('Quote d’asse')}, column K «nota»: "Quote d’asse" is not the key`,
    );
    expect(lines.join('\n')).toContain(
      `row ${row('allocated', 'Un solo numero')}, column K «nota»: The note allocated is already in row ${row('allocated')}`,
    );
  });
});

const isNoteRow = (rows: string[][], row: string[], key: string) =>
  row[at(rows, 'tipo')] === 'nota' && row[at(rows, 'nota')] === key;

describe('a remark in the table', () => {
  it('is corrected, joined by another after the one above it, and taken away', async () => {
    const { status, lines, before, now } = await edited((rows) => {
      const first = edit(rows, isRemark('projects-started'), { pagina: '1' });
      const gone = edit(rows, isRemark('chart-without-numbers'), {});
      const fresh = [...first];
      fresh[at(rows, 'soggetto')] = 'smartworking';
      fresh[at(rows, 'citazione')] = 'AZIONI A SOSTEGNO DELLO SMARTWORKING: impegnate per 5,3 Mln€';
      fresh[at(rows, 'pagina')] = '5';
      const next = rows.filter((row) => row !== gone && !isNoteRow(rows, row, 'chart-without-numbers'));
      next.splice(next.indexOf(first) + 1, 0, fresh);
      return next;
    });
    expect([status, ...lines.slice(1, 5)]).toEqual([
      0,
      '~ AUTOIMPRENDITORIALITÀ IN AMBITO CULTURALE E CREATIVO, remark: page 5 → 1',
      '+ AZIONI A SOSTEGNO DELLO SMARTWORKING, remark: «AZIONI A SOSTEGNO DELLO SMARTWORKING: impegnate per 5,3 Mln€» (slides-2020, page 5; note projects-started)',
      expect.stringMatching(/^- POR FSE 2014-2020 di Regione Lombardia, remark: «L’Avanzamento finanziario/),
      expect.stringMatching(/^- note chart-without-numbers: /),
    ]);
    const place = before.remarks.findIndex(({ note }) => note === 'projects-started');
    expect(now.remarks.map(({ subject, page }) => [subject, page])).toEqual(
      before.remarks
        .map(({ subject, page }, index) => [subject, index === place ? 1 : page])
        .toSpliced(place + 1, 0, ['smartworking', 5])
        .filter(([subject, page]) => !(subject === 'programme' && page === 4)),
    );
  });

  it('says what it lacks by row and column', async () => {
    const { status, lines, rows } = await edited((all) => {
      edit(all, isRemark('programmed'), { citazione: '', pagina: 'cinque', documento: 'slides-1999' });
      edit(all, isRemark('iefp-moved'), { nota: '' });
      return all;
    });
    const [one, other] = ['its-2021-2022', 'iefp-2020-2021'].map((subject) =>
      numberOf(
        rows,
        edit(rows, (cell) => cell('tipo') === 'osservazione' && cell('soggetto') === subject, {}),
      ),
    );
    expect(status).toBe(1);
    expect(lines.map((line) => line.replace(/: .*/, '')).toSorted()).toEqual(
      [
        'Nothing was written.',
        `table.csv, row ${one}, column G «documento»`,
        `table.csv, row ${one}, column H «pagina»`,
        `table.csv, row ${one}, column J «citazione»`,
        `table.csv, row ${other}, column K «nota»`,
      ].toSorted(),
    );
  });
});

describe('another printing in the table', () => {
  it('is corrected, added and taken away with its row', async () => {
    const { status, lines, before, now } = await edited((rows) => {
      edit(rows, isPrinting('programme'), { citazione: 'TOTALE 970,4' });
      const gone = edit(rows, isPrinting('axis-2'), {});
      const fresh = [...edit(rows, isPrinting('axis-1'), {})];
      fresh[at(rows, 'pagina')] = '2';
      fresh[at(rows, 'citazione')] = '';
      return [...rows.filter((row) => row !== gone), fresh];
    });
    expect([status, ...lines.slice(1, 4)]).toEqual([
      0,
      '~ POR FSE 2014-2020 di Regione Lombardia, allocation: other printing quote «DOTAZIONE FINANZIARIA 970,4 MLN€» → «TOTALE 970,4»',
      '~ Asse I – Occupazione, allocation: other printing + 236,7 (page 2)',
      '~ Asse II – Inclusione sociale, allocation: other printing - 379 (page 6)',
    ]);
    const also = (snapshot: typeof now, subject: string) =>
      snapshot.sources[0]?.figures.find((each) => each.subject === subject && each.measure === 'allocation')
        ?.also;
    expect(also(now, 'programme')).toEqual([{ page: 2, printed: '970,4', quote: 'TOTALE 970,4' }]);
    expect(also(now, 'axis-1')).toEqual([...(also(before, 'axis-1') ?? []), { page: 2, printed: '236,7' }]);
    expect(also(now, 'axis-2')).toBeUndefined();
    expect(also(now, 'axis-3')).toEqual(also(before, 'axis-3'));
  });

  it('belongs to a figure, and has no note of its own', async () => {
    const { status, lines, rows } = await edited((all) => {
      edit(all, isPrinting('axis-1'), { misura: 'unspecified' });
      edit(all, isPrinting('axis-2'), { nota: 'allocated' });
      return all;
    });
    const row = (subject: string) => numberOf(rows, edit(rows, isPrinting(subject), {}));
    expect([status, ...lines]).toEqual([
      1,
      `table.csv, row ${row('axis-1')}, column A «soggetto»: No row has the figure of this other printing: the two have the same subject, measure, unit and document.`,
      `table.csv, row ${row('axis-2')}, column K «nota»: Another printing has neither a note nor a mark to confirm: write them in the row of its figure.`,
      'Nothing was written.',
    ]);
  });
});

describe('what a table does not speak of', () => {
  it('stays as it is in an older table whose figures are edited', async () => {
    const { status, before, now } = await edited((rows) => {
      edit(rows, (cell) => cell('soggetto') === 'axis-2' && cell('misura') === 'paid', { nota: 'two-kinds' });
      return older(rows);
    });
    expect(status).toBe(0);
    expect([now.notes, now.remarks, now.exceptions]).toEqual([
      before.notes,
      before.remarks,
      before.exceptions,
    ]);
    expect(now.sources.flatMap(({ figures }) => figures.map(({ also }) => also))).toEqual(
      before.sources.flatMap(({ figures }) => figures.map(({ also }) => also)),
    );
  });

  it('is said to stay where a filter may have lost its rows', async () => {
    const { lines } = await edited((rows) =>
      rows.filter((row, index) => index === 0 || row[at(rows, 'tipo')] === 'cifra'),
    );
    expect(lines).toEqual([
      'No row of the kind “other printing”: the other printings (5) stay as they are.',
      'No row of the kind “remark”: the remarks (11) stay as they are.',
      'No row of the kind “note”: the notes (38) stay as they are.',
      ...NOTHING.lines,
    ]);
  });

  it('is the figures where a table holds notes alone', async () => {
    const { status, lines, before, now } = await edited((rows) => {
      edit(rows, isNote('allocated'), { 'testo (it)': 'Previsto.' });
      return rows.filter((row, index) => index === 0 || row[at(rows, 'tipo')] === 'nota');
    });
    expect([status, lines[0]]).toEqual([
      0,
      expect.stringMatching(/^No row of the kind “figure”: the figures \(\d+\) stay as they are\.$/),
    ]);
    expect([now.sources, now.remarks]).toEqual([before.sources, before.remarks]);
    expect(now.notes.allocated?.it).toBe('Previsto.');
  });
});

it('marks of remarks and notes are confirmed, kept and made in the table', async () => {
  const { lines, now } = await edited((rows) => {
    edit(rows, isRemark('cigd-footnote'), { 'da confermare': '' });
    edit(rows, isNote('cigd-excluded'), { 'da confermare': '' });
    edit(rows, isNote('two-kinds'), { 'da confermare': 'x' });
    return rows;
  }, DRAFT);
  expect(lines.slice(1, 4)).toEqual([
    '~ Asse II – Inclusione sociale, remark: confirmed',
    '~ note cigd-excluded: confirmed',
    '~ note two-kinds: to be confirmed',
  ]);
  const marked = now.remarks.filter(({ confirm }) => confirm !== undefined);
  expect(marked).toHaveLength(now.remarks.length - 1);
  expect(now.notes['cigd-excluded']?.confirm).toBeUndefined();
  expect(now.notes['two-kinds']?.confirm).toBe(now.notes['two-kinds']?.it);
  expect(now.notes['cigd-excluded-programme']?.confirm).toBeDefined();
});

it('a formula in a note or a remark is harmless in the table, and comes back as it was', async () => {
  await withCopy(async (dir) => {
    const rows = cellsOf(await exported(dir));
    edit(rows, isNote('allocated'), { 'testo (it)': "'=HYPERLINK(1)", 'testo (en)': "'@SUM(1+1)" });
    expect((await imported(dir, tableOf(rows))).status).toBe(0);
    expect((await snapshotIn(dir, DATE)).notes.allocated).toMatchObject({
      it: '=HYPERLINK(1)',
      en: '@SUM(1+1)',
    });
    const table = await exported(dir);
    expect(table).toContain(";'=HYPERLINK(1);'@SUM(1+1);");
    expect(await imported(dir, table)).toEqual(NOTHING);
  });
});

it('a kind that is none is named with those that there are', async () => {
  const { lines, rows } = await edited((all) => {
    edit(all, isNote('allocated'), { tipo: 'appunto' });
    return all;
  });
  const row = numberOf(
    rows,
    edit(rows, (cell) => cell('tipo') === 'appunto', {}),
  );
  expect(lines[0]).toBe(
    `table.csv, row ${row}, column W «tipo»: "appunto" is not a kind of row: write one of figure, other printing, remark, note.`,
  );
});
