import { subjectsOf } from '../../model/dataset.ts';
import type { Finding } from '../../model/finding.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';
import type { Path } from '../text/json.ts';

/** Every id that a record names exists, and is of the right kind. */
export const references: Rule = ({ programme, snapshots }) => [
  ...inProgramme(programme),
  ...snapshots.flatMap((snapshot) => inSnapshot(snapshot, programme.content)),
];

type Reference = {
  readonly id: string | null | undefined;
  readonly path: Path;
  readonly known: Iterable<string>;
};

const idsOf = (records: readonly { readonly id: string }[]) => new Set(records.map(({ id }) => id));

function inProgramme(file: DataFile<ProgrammeFile>): readonly Finding[] {
  const { axes, priorities, indicators, initiatives, documents, glossary } = file.content;
  const axisIds = idsOf(axes);
  const pages = documents.flatMap(({ pages = [] }, document) =>
    pages.map(({ axis }, at) => ({
      id: axis,
      path: ['documents', document, 'pages', at, 'axis'],
      known: axisIds,
    })),
  );
  const axisOf = { priorities, indicators, initiatives };
  const ofAxes = Object.entries(axisOf).flatMap(([kind, records]) =>
    records.map(({ axis }, at) => ({ id: axis, path: [kind, at, 'axis'], known: axisIds })),
  );
  const ofPriorities = Object.entries({ indicators, initiatives }).flatMap(([kind, records]) =>
    records.map(({ priority, axis }, at) => ({
      id: priority,
      path: [kind, at, 'priority'],
      known: idsOf(priorities.filter((candidate) => candidate.axis === axis)),
    })),
  );
  const subjects = idsOf(subjectsOf(file.content));
  const ofTerms = glossary.flatMap(({ figures = [] }, term) =>
    figures.map(({ subject }, at) => ({
      id: subject,
      path: ['glossary', term, 'figures', at, 'subject'],
      known: subjects,
    })),
  );
  return unknown(file, [...pages, ...ofAxes, ...ofPriorities, ...ofTerms]);
}

function inSnapshot(file: DataFile<SnapshotFile>, programme: ProgrammeFile): readonly Finding[] {
  const { sources, remarks, exceptions, notes } = file.content;
  const subjects = idsOf(subjectsOf(programme));
  const documents = idsOf(programme.documents);
  const noteKeys = new Set(Object.keys(notes));
  const pagesOf = (document: string) =>
    programme.documents.find(({ id }) => id === document)?.pages?.map(({ page }) => String(page));
  const page = (document: string, number: number, path: Path): readonly Reference[] => {
    const known = pagesOf(document);
    return known ? [{ id: String(number), path: [...path, 'page'], known }] : [];
  };
  return unknown(file, [
    ...sources.map(({ document }, at) => ({
      id: document,
      path: ['sources', at, 'document'],
      known: documents,
    })),
    ...rowsOf(file).flatMap(({ subject, note, document, also = [], path, ...row }) => [
      { id: subject, path: [...path, 'subject'], known: subjects },
      { id: note, path: [...path, 'note'], known: noteKeys },
      ...page(document, row.page, path),
      ...also.flatMap((printing, at) => page(document, printing.page, [...path, 'also', at])),
    ]),
    ...remarks.flatMap(({ subject, note, document, page: number }, at) => [
      { id: subject, path: ['remarks', at, 'subject'], known: subjects },
      { id: note, path: ['remarks', at, 'note'], known: noteKeys },
      { id: document, path: ['remarks', at, 'document'], known: documents },
      ...page(document, number, ['remarks', at]),
    ]),
    ...exceptions.flatMap((row, at) => [
      { id: row.subject, path: ['exceptions', at, 'subject'], known: subjects },
      { id: row.note, path: ['exceptions', at, 'note'], known: noteKeys },
      ...(row.rule === 'overbooking'
        ? [{ id: row.document, path: ['exceptions', at, 'document'], known: documents }]
        : []),
      ...(row.rule === 'excluded-amount'
        ? [{ id: row.amount.subject, path: ['exceptions', at, 'amount', 'subject'], known: subjects }]
        : []),
    ]),
  ]);
}

function unknown<T>(file: DataFile<T>, all: readonly Reference[]): readonly Finding[] {
  return all.flatMap(({ id, path, known }) => {
    const candidates = [...known];
    if (id === null || id === undefined || candidates.includes(id)) return [];
    const some = candidates.slice(0, 12).join(', ') || '–';
    return [
      found(file, path, {
        rule: 'references',
        message: { it: `"${id}" qui non esiste.`, en: `"${id}" does not exist here.` },
        advice: {
          it: `Correggere il riferimento o aggiungere il record. Esistono: ${some}${candidates.length > 12 ? ', …' : ''}`,
          en: `Correct the reference or add the record. There are: ${some}${candidates.length > 12 ? ', …' : ''}`,
        },
      }),
    ];
  });
}
