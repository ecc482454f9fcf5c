import { type DatesKnown, dateOf, placeholdersIn } from '../../model/datedText.ts';
import type { Bilingual, ProgrammeFile } from '../../model/schema.ts';
import type { DataFiles } from '../files.ts';
import type { Path } from '../place.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../text/invisibleCharacters.ts';
import { writtenDay } from '../text/writtenDay.ts';

/** A placeholder stands where it is filled, and means a date of the data. */
export const placeholders: Rule = {
  id: 'placeholders',
  *programme({ content }, files) {
    const dates = datesIn(files);
    const filled = new Set(explanations(content).map(({ path }) => path.join('.')));
    for (const { text, path } of textsOf(content, [])) {
      for (const placeholder of placeholdersIn(text)) {
        const isHere = filled.has(path.slice(0, -1).join('.'));
        if (isHere && dateOf(placeholder, dates) !== null) continue;
        if (!isHere && placeholder.name !== 'date') continue;
        yield {
          path,
          it: isHere
            ? `"${placeholder.text}" non indica nessuna data dei dati.`
            : `"${placeholder.text}" qui non viene sostituito da una data.`,
          en: isHere
            ? `"${placeholder.text}" means no date of the data.`
            : `"${placeholder.text}" is not replaced by a date here.`,
          adviceIt: isHere
            ? 'Scrivere "{date}" per la data più recente, "{date:" e l’id di un documento per la sua data, o "{date:2020-12-31}".'
            : 'Scrivere il testo senza: valgono nei significati del glossario e nelle risposte di "absent".',
          adviceEn: isHere
            ? 'Write "{date}" for the latest date, "{date:" and the id of a document for its date, or "{date:2020-12-31}".'
            : 'Write the text without it: they count in meanings of the glossary and in answers of "absent".',
        };
      }
    }
  },
};

/** A date written out in an explanation goes stale unseen with the next report. */
export const datesInWords: Rule = {
  id: 'dates-in-words',
  severity: 'warning',
  *programme({ content }, files) {
    const dates = datesIn(files);
    const written = dates.map((each) => ({ ...each, day: writtenDay(each.date) }));
    const latest = dateOf({ text: '', name: 'date', of: null }, dates);
    for (const { text, path } of explanations(content)) {
      const stale = written.find(({ day }) => day.test(text.it) || day.test(text.en));
      if (!stale) continue;
      const { date, documents } = stale;
      const own = documents.filter((id) => dateOf({ text: '', name: 'date', of: id }, dates) === date);
      const all = [...(date === latest ? [''] : []), ...own.map((id) => `:${id}`), `:${date}`];
      const list = all.map((each) => `"{date${each}}"`).join(', ');
      yield {
        path,
        it: `Il testo dice una data dei dati, ${date}, che con i dati nuovi non sarà più quella.`,
        en: `The text says a date of the data, ${date}, which new data will leave behind.`,
        adviceIt: `Scrivere in sua vece uno di questi, che il bot sostituisce: ${list}.`,
        adviceEn: `Write one of these in its place, which the bot replaces: ${list}.`,
      };
    }
  },
};

/** A note that was copied from another date speaks of that date as if nothing had happened since. */
export const datesOfNotes: Rule = {
  id: 'dates-of-notes',
  severity: 'warning',
  *snapshot({ content: { date, exceptions, notes } }, { snapshots }) {
    // The note of an exception compares two dates.
    const comparing = new Set(exceptions.map(({ note }) => note));
    const own = writtenDay(date);
    const others = snapshots
      .map(({ content }) => ({ date: content.date, day: writtenDay(content.date) }))
      .filter((other) => other.date < date);
    for (const [key, { it, en }] of Object.entries(notes)) {
      if (comparing.has(key) || own.test(it) || own.test(en)) continue;
      const stale = others.findLast(({ day }) => day.test(it) || day.test(en))?.date;
      if (stale === undefined) continue;
      yield {
        path: ['notes', key],
        it: `La nota dice un’altra data, ${stale}, e non la propria.`,
        en: `The note says another date, ${stale}, and not its own.`,
        adviceIt: `Scrivere la data di questo snapshot, ${date}, o toglierla se la nota parla davvero di allora.`,
        adviceEn: `Write the date of this snapshot, ${date}, or take the date out unless the note is of that day.`,
      };
    }
  },
};

type Explanation = { readonly text: Bilingual; readonly path: Path };

function explanations({ glossary, absent }: ProgrammeFile): readonly Explanation[] {
  return [
    ...glossary.map(({ meaning }, at) => ({ text: meaning, path: ['glossary', at, 'meaning'] })),
    ...absent.map(({ answer }, at) => ({ text: answer, path: ['absent', at, 'answer'] })),
  ];
}

function datesIn({ snapshots }: DataFiles): DatesKnown {
  return snapshots.map(({ content: { date, partial, sources } }) => ({
    date,
    partial,
    documents: sources.map(({ document }) => document),
    figures: sources.flatMap(({ figures }) => figures),
  }));
}
