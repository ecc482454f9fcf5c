import { found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';

/** A note that nothing refers to is never shown, and is often the sign of a reference lost. */
export const unusedNotes: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) => {
    const { remarks, exceptions, notes } = file.content;
    const used = new Set([...rowsOf(file), ...remarks, ...exceptions].map(({ note }) => note));
    return Object.keys(notes)
      .filter((key) => !used.has(key))
      .map((key) =>
        found(file, ['notes', key], {
          rule: 'unused-notes',
          severity: 'warning',
          message: { it: `Nessuno usa la nota "${key}".`, en: `Nothing uses the note "${key}".` },
          advice: {
            it: `Scrivere "note": "${key}" nella cifra a cui serve, o togliere la nota.`,
            en: `Write "note": "${key}" in the figure that needs it, or remove the note.`,
          },
        }),
      );
  });
