import { newest } from '../../model/dataset.ts';
import { isCalled, RENAMED_LISTS } from '../../model/datedNames.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import type { Wrong } from '../found.ts';
import type { Rule } from '../rule.ts';

/** Former names follow each other, each another name than the one after it, and the present one has a date. */
export const formerly: Rule = {
  id: 'formerly',
  *programme({ content }, { snapshots, drafted }) {
    const contents = snapshots.map(({ content: snapshot }) => snapshot);
    const last = newest(contents, figuresIn)?.date ?? '';
    for (const list of RENAMED_LISTS) {
      for (const [at, record] of content[list].entries()) {
        const names = record.formerly ?? [];
        for (const [n, former] of names.entries()) {
          const { until } = former;
          const next = names[n + 1];
          const path = [list, at, 'formerly', n];
          if (next && next.until <= until) yield { path: [...path, 'until'], ...unordered(until) };
          if (isCalled({ ...record, ...next }, former)) yield { path, ...same(former.name.it) };
          if (!next && until >= last && !drafted.has(record.id))
            yield { path: [...path, 'until'], ...never(until) };
        }
      }
    }
  },
};

const figuresIn = ({ sources }: SnapshotFile) => sources.flatMap(({ figures }) => figures);

const unordered = (until: string): Omit<Wrong, 'path'> => ({
  it: `"until": il nome che segue finisce prima di questo, o insieme (${until}).`,
  en: `"until": the name after it ends before this one, or with it (${until}).`,
  adviceIt: 'Mettere i nomi di prima in ordine, dal più vecchio.',
  adviceEn: 'Put the former names in order, the oldest first.',
});

const same = (name: string): Omit<Wrong, 'path'> => ({
  it: `"${name}" è anche il nome che segue: non è un nome di prima.`,
  en: `"${name}" is also the name after it: this is no former name.`,
  adviceIt: 'Togliere la voce, o scrivere il nome stampato allora.',
  adviceEn: 'Remove the entry, or write the name that was printed then.',
});

const never = (until: string): Omit<Wrong, 'path'> => ({
  severity: 'warning',
  it: `Il nome di adesso non vale ancora: quello di prima vale fino al ${until}, e la data da cui il bot risponde non è di dopo.`,
  en: `The present name does not hold yet: the one before it holds up to ${until}, and the date that the bot answers from is no later.`,
  adviceIt: 'Aggiungere i dati della data nuova, o correggere "until".',
  adviceEn: 'Add the data of the new date, or correct "until".',
});
