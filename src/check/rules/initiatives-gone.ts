import type { Finding } from '../../model/finding.ts';
import type { DocumentRecord, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { recordName } from '../recordNames.ts';
import { rowsOf } from '../rows.ts';
import { stated, unneeded } from './exceptions.ts';

/**
 * An initiative that the documents of one date name and those of the next, of the same kind, do not, be it
 * one of them or all. A partial snapshot may leave out what it likes.
 */
export const initiativesGone: Rule = ({ programme, snapshots }) => {
  const whole = snapshots.filter(({ content }) => content.partial !== true);
  return snapshots.flatMap((file) => {
    const lost = whole.includes(file)
      ? lostIn(file, whole.slice(0, whole.indexOf(file)), programme.content)
      : [];
    const exceptions = stated(file, 'gone');
    return [
      ...lost
        .filter(({ id }) => !exceptions.some(({ subject }) => subject === id))
        .map((one) => isGone(file, one, programme.content)),
      ...exceptions
        .filter(({ subject }) => !lost.some(({ id }) => id === subject))
        .map((row) => unneeded(file, row.at, 'initiatives-gone')),
    ];
  });
};

type Lost = { readonly id: string; readonly since: string; readonly source: number };

/** Publisher and form: what makes the report of a year the successor of last year's. */
function kindsOf({ documents }: ProgrammeFile): ReadonlyMap<string, string> {
  return new Map(documents.map(({ id, page, publisher }: DocumentRecord) => [id, `${page} ${publisher}`]));
}

type Mention = { readonly id: string; readonly document: string };

function mentions(
  { content, ...file }: DataFile<SnapshotFile>,
  programme: ProgrammeFile,
): readonly Mention[] {
  const initiatives = new Set(programme.initiatives.map(({ id }) => id));
  return [...rowsOf({ content, ...file }), ...content.remarks]
    .filter(({ subject }) => initiatives.has(subject))
    .map(({ subject, document }) => ({ id: subject, document }));
}

function lostIn(
  file: DataFile<SnapshotFile>,
  earlier: readonly DataFile<SnapshotFile>[],
  programme: ProgrammeFile,
): readonly Lost[] {
  const kinds = kindsOf(programme);
  const named = new Set(mentions(file, programme).map(({ id }) => id));
  const documents = [...file.content.sources, ...file.content.remarks].map(({ document }) => document);
  return [...new Set(documents.map((document) => kinds.get(document)))].flatMap((kind) => {
    const ofKind = (all: readonly Mention[]) => all.filter(({ document }) => kinds.get(document) === kind);
    const last = earlier.findLast((other) => ofKind(mentions(other, programme)).length > 0);
    if (!last) return [];
    const before = [...new Set(ofKind(mentions(last, programme)).map(({ id }) => id))];
    const source = file.content.sources.findIndex(({ document }) => kinds.get(document) === kind);
    return before
      .filter((id) => !named.has(id))
      .map((id) => ({ id, since: last.content.date, source: Math.max(0, source) }));
  });
}

function isGone(
  file: DataFile<SnapshotFile>,
  { id, since, source }: Lost,
  programme: ProgrammeFile,
): Finding {
  return found(file, ['sources', source], {
    rule: 'initiatives-gone',
    severity: 'warning',
    record: recordName(programme, id),
    message: {
      it: `L’iniziativa "${id}" c’era al ${since} e qui non c’è.`,
      en: `The initiative "${id}" was there at ${since} and is not here.`,
    },
    advice: {
      it: `Aggiungere la sua cifra o un’osservazione; se il documento non la nomina più, dirlo in "exceptions" con "rule": "gone".`,
      en: `Add its figure or a remark; if the document no longer names it, say so in "exceptions" with "rule": "gone".`,
    },
  });
}
