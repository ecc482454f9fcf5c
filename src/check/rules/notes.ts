import { isUntouched } from '../drafts.ts';
import { formerOf, isPrinted, numbersOf, printsOf, sumsOf } from '../page/noteNumbers.ts';
import type { Words } from '../place.ts';
import { printingsIn, type Row, written } from '../rows.ts';
import { type Rule, type Snapshot, usesNote } from '../rule.ts';

/**
 * What a note says in numbers stands in its snapshot, as a figure or within quoted words, is what the figures with
 * the note add up to or were at an earlier date, or stands in the text of a document: a number of its own would go stale unseen. What only
 * the text has is a warning, since the text need not be at hand everywhere; so is all of it where the sources are
 * tables, which have no words to quote.
 */
export const numbersInNotes: Rule = {
  id: 'note-numbers',
  exception: {
    rule: 'number',
    unneeded: {
      it: 'la nota non dice più quel numero, o è stampato',
      en: 'the note no longer says that number, or it is printed',
    },
  },
  *snapshot(file, { texts, programme, earlier }) {
    const { date, notes, sources } = file.content;
    const tables = new Set(programme.documents.filter(({ page }) => page === 'row').map(({ id }) => id));
    const quotes = sources.some(({ document }) => !tables.has(document));
    const used = usedNotes(file);
    const numbers = Object.entries(notes)
      .filter(([note]) => used.has(note))
      .flatMap(([note, text]) => numbersOf(text).map((number) => ({ note, number })));
    if (numbers.length === 0) return;
    const own = printsOf(printingsIn(file).flatMap(({ printed = '', quote = '' }) => [printed, quote]));
    const within = printsOf(sources.flatMap(({ document }) => texts.get(document) ?? []));
    for (const { note, number } of numbers) {
      if (isPrinted(number, own) || isPrinted(number, sumsOf(file.rows, note))) continue;
      // A note that names an earlier year speaks of then; any other says that it is so now.
      const then = earlier.filter(({ content }) => namesYear(notes[note]?.it ?? '', content.date, date));
      const before = then.flatMap(({ rows }) => rows);
      if (isPrinted(number, formerOf(before, aboutOf(file, note)))) continue;
      const value = written(number.value);
      yield {
        path: ['notes', note, ...number.key],
        unless: { note, number: value.it },
        ...(isPrinted(number, within)
          ? { severity: 'warning' as const, ...inTextAlone(note, value) }
          : { severity: quotes ? ('error' as const) : ('warning' as const), ...nowhere(note, value) }),
      };
    }
  },
};

const yearOf = (date: string) => date.slice(0, 4);

const namesYear = (text: string, date: string, own: string): boolean =>
  yearOf(date) !== yearOf(own) && new RegExp(`(?<!\\d)${yearOf(date)}(?!\\d)`).test(text);

/** The figures that carry a note, and those of which an exception with the note speaks. */
function aboutOf({ rows, content }: Snapshot, note: string): readonly Pick<Row, 'subject' | 'measure'>[] {
  const excepted = content.exceptions.flatMap((row) =>
    row.note === note && 'subject' in row && 'measure' in row
      ? [row as Pick<Row, 'subject' | 'measure'>]
      : [],
  );
  return [...rows.filter((row) => row.note === note), ...excepted];
}

type Value = ReturnType<typeof written>;
const orExcept = {
  it: (note: string, value: Value) =>
    `dirlo in "exceptions": { "rule": "number", "note": "${note}", "number": "${value.it}" }.`,
  en: (note: string, value: Value) =>
    `say so in "exceptions": { "rule": "number", "note": "${note}", "number": "${value.it}" }.`,
};

const nowhere = (note: string, value: Value): Words => ({
  it: `La nota dice ${value.it}, che in questo snapshot nessuna cifra e nessuna citazione stampa.`,
  en: `The note says ${value.en}, which no figure and no quote of this snapshot prints.`,
  adviceIt: `Correggere la nota nelle due lingue; se il numero è giusto, ${orExcept.it(note, value)}`,
  adviceEn: `Correct the note in both languages; if the number is right, ${orExcept.en(note, value)}`,
});

const inTextAlone = (note: string, value: Value): Words => ({
  it: `La nota dice ${value.it}, che sta solo nel testo del documento: dove il testo manca sarebbe un errore.`,
  en: `The note says ${value.en}, which only the text of the document has: without the text that is an error.`,
  adviceIt: `Citare il documento in un’osservazione ("remarks"), o ${orExcept.it(note, value)}`,
  adviceEn: `Quote the document in a remark ("remarks"), or ${orExcept.en(note, value)}`,
});

/** A note that nothing refers to is never shown, and is often the sign of a reference lost. */
export const unusedNotes: Rule = {
  id: 'unused-notes',
  severity: 'warning',
  *snapshot(file) {
    const used = usedNotes(file);
    for (const key of Object.keys(file.content.notes).filter((key) => !used.has(key))) {
      yield {
        path: ['notes', key],
        it: `Nessuno usa la nota "${key}".`,
        en: `Nothing uses the note "${key}".`,
        adviceIt: `Scrivere "note": "${key}" nella cifra a cui serve, o togliere la nota.`,
        adviceEn: `Write "note": "${key}" in the figure that needs it, or remove the note.`,
      };
    }
  },
};

function usedNotes({ rows, content: { remarks, exceptions } }: Snapshot): ReadonlySet<string | undefined> {
  const sums = rows.flatMap(({ sum }) => sum ?? []);
  return new Set([...rows, ...sums, ...remarks, ...exceptions].filter(usesNote).map(({ note }) => note));
}

/** A mark with a figure that no date has printed: nobody was asked to confirm it, and yet it counts as confirmed. */
export const spentMarks: Rule = {
  id: 'spent-marks',
  severity: 'warning',
  *snapshot({ rows }, { snapshots }) {
    for (const { path, subject, measure, printed, confirm, was } of rows) {
      // A proposal is marked with what a new report prints, which no date has printed yet.
      if (confirm === undefined || was !== undefined || isUntouched('figure', { printed, confirm })) continue;
      const copied = snapshots.some((other) =>
        other.rows.some(
          (old) => old.subject === subject && old.measure === measure && old.printed === confirm,
        ),
      );
      if (copied) continue;
      yield {
        path: [...path, 'confirm'],
        it: `"confirm" è "${confirm}", che nessuna data stampa: la cifra ${printed} conta come confermata.`,
        en: `"confirm" is "${confirm}", which no date prints: the figure ${printed} counts as confirmed.`,
        adviceIt: `Togliere "confirm" se la cifra è confermata; se non lo è, scrivere "confirm": "${printed}".`,
        adviceEn: `Remove "confirm" if the figure is confirmed; if it is not, write "confirm": "${printed}".`,
      };
    }
  },
};
