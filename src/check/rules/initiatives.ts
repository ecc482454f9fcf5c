import { exactSum } from '../../model/decimal.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { recordName } from '../recordNames.ts';
import { isAbove, millions, written } from '../rows.ts';
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

function lostIn(file: Snapshot, earlier: readonly Snapshot[], { documents, initiatives }: ProgrammeFile) {
  if (file.content.partial === true) return [];
  // Publisher and form: what makes the report of a year the successor of last year's.
  const kinds = new Map(
    documents.map(({ id, page, publisher }) => [id, `${page} ${JSON.stringify(publisher)}`]),
  );
  const known = new Set(initiatives.map(({ id }) => id));
  const mentions = ({ rows, content }: Snapshot) =>
    [...rows, ...content.remarks].filter(({ subject }) => known.has(subject));
  const named = new Set(mentions(file).map(({ subject }) => subject));
  const { sources, remarks } = file.content;
  const own = new Set([...sources, ...remarks].map(({ document }) => kinds.get(document)));
  return [...own].flatMap((kind) => {
    const isOfKind = ({ document }: { readonly document: string }) => kinds.get(document) === kind;
    const last = earlier.findLast((o) => o.content.partial !== true && mentions(o).some(isOfKind));
    if (!last) return [];
    const before = new Set(
      mentions(last)
        .filter(isOfKind)
        .map(({ subject }) => subject),
    );
    const source = Math.max(0, sources.findIndex(isOfKind));
    return [...before].filter((id) => !named.has(id)).map((id) => ({ id, since: last.content.date, source }));
  });
}

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
