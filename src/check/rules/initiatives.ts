import { exactSum } from '../../model/decimal.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { predecessors } from '../predecessors.ts';
import { recordName } from '../recordNames.ts';
import { isAbove, millions, type Row, written } from '../rows.ts';
import type { Rule, Snapshot } from '../rule.ts';

/**
 * An initiative that the documents of one date name and those of the next, of the same kind, do not, be it
 * one of them or all. A partial snapshot may leave out what it likes.
 */
export const initiativesGone: Rule = {
  id: 'initiatives-gone',
  severity: 'warning',
  exception: { rule: 'gone' },
  *snapshot(file, { programme, earlier }) {
    for (const { id, since, source } of lostIn(file, earlier, programme)) {
      yield {
        path: ['sources', source],
        record: recordName(programme, id),
        it: `L’iniziativa "${id}" c’era al ${since} e qui non c’è.`,
        en: `The initiative "${id}" was there at ${since} and is not here.`,
        adviceIt: `Aggiungere la sua cifra o un’osservazione; se il documento non la nomina più, dirlo in "exceptions" con "rule": "gone".`,
        adviceEn: `Add its figure or a remark; if the document no longer names it, say so in "exceptions" with "rule": "gone".`,
        unless: { subject: id },
      };
    }
  },
};

function lostIn(file: Snapshot, earlier: readonly Snapshot[], programme: ProgrammeFile) {
  const known = new Set(programme.initiatives.map(({ id }) => id));
  const mentions = ({ rows, content }: Snapshot) =>
    [...rows, ...content.remarks].filter(({ subject }) => known.has(subject));
  const named = new Set(mentions(file).map(({ subject }) => subject));
  return predecessors(file, earlier, programme, mentions).flatMap(({ last, isOfKind, source }) => {
    const before = new Set(
      mentions(last)
        .filter(isOfKind)
        .map(({ subject }) => subject),
    );
    return [...before].filter((id) => !named.has(id)).map((id) => ({ id, since: last.content.date, source }));
  });
}

/**
 * A measure that the last whole snapshot printed of a subject, in a document of the same kind, and this one does not. Of
 * what is not named at all other rules speak; a document of several dates need not print everything for each.
 */
export const measuresGone: Rule = {
  id: 'measures-gone',
  severity: 'warning',
  exception: { rule: 'measure-gone' },
  *snapshot(file, { programme, earlier }) {
    const named = new Set([...file.rows, ...file.content.remarks].map(({ subject }) => subject));
    const several = new Set(
      programme.documents.filter(({ dates }) => dates === 'several').map(({ id }) => id),
    );
    const keyOf = ({ subject, measure }: Row) => `${subject} ${measure}`;
    const here = new Set(file.rows.map(keyOf));
    for (const { last, isOfKind, source } of predecessors(file, earlier, programme, ({ rows }) => rows)) {
      const printed = last.rows.filter((row) => isOfKind(row) && !several.has(row.document));
      const before = new Map(printed.map((row) => [keyOf(row), row]));
      for (const [key, { subject, measure, page, printed }] of before) {
        if (here.has(key) || !named.has(subject)) continue;
        const { date } = last.content;
        yield {
          path: ['sources', source],
          record: recordName(programme, subject, measure),
          it: `"${measure}" di "${subject}" c’era al ${date} (${printed}, pagina ${page}) e qui non c’è.`,
          en: `"${measure}" of "${subject}" was there at ${date} (${printed}, page ${page}) and is not here.`,
          adviceIt: `Aggiungere la cifra; se il documento non la stampa più, dirlo in "exceptions" con "rule": "measure-gone".`,
          adviceEn: `Add the figure; if the document no longer prints it, say so in "exceptions" with "rule": "measure-gone".`,
          unless: { subject, measure },
        };
      }
    }
  },
};

const MEASURES = ['activated', 'committed', 'paid'] as const;

/** The initiatives that a document names are a selection: together they never exceed their axis. */
export const initiativesWithinAxis: Rule = {
  id: 'initiatives-within-axis',
  *snapshot({ rows }, { programme: { axes, initiatives } }) {
    for (const { id } of axes) {
      const own = new Set(initiatives.filter(({ axis }) => axis === id).map((record) => record.id));
      for (const measure of MEASURES) {
        const whole = rows.find((row) => row.subject === id && row.measure === measure);
        const most = whole && millions(whole);
        const parts = rows.filter((row) => own.has(row.subject) && row.measure === measure);
        const total = exactSum(parts.flatMap((row) => millions(row) ?? []));
        if (!whole || !most || !isAbove(total, most)) continue;
        yield {
          path: whole.path,
          it: `Le iniziative di "${id}" fanno ${written(total).it} di "${measure}", più dell’asse, ${written(most).it}.`,
          en: `The initiatives of "${id}" make ${written(total).en} of "${measure}", more than the axis, ${written(most).en}.`,
          adviceIt:
            'Confrontare le cifre delle iniziative con il documento: una sta nell’asse o nella misura sbagliata.',
          adviceEn:
            'Compare the figures of the initiatives with the document: one is in the wrong axis or measure.',
        };
      }
    }
  },
};
