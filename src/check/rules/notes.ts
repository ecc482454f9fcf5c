import { isUntouched } from '../drafts.ts';
import type { Rule } from '../rule.ts';

/** A note that nothing refers to is never shown, and is often the sign of a reference lost. */
export const unusedNotes: Rule = {
  id: 'unused-notes',
  severity: 'warning',
  *snapshot({ rows, content: { remarks, exceptions, notes } }) {
    const sums = rows.flatMap(({ sum }) => sum ?? []);
    const used = new Set([...rows, ...remarks, ...exceptions, ...sums].map(({ note }) => note));
    for (const key of Object.keys(notes).filter((key) => !used.has(key))) {
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
