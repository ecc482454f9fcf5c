import { subjectsOf } from '../../model/dataset.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import type { Wrong } from '../found.ts';
import type { Path } from '../place.ts';
import { printingsIn, remarksOf } from '../rows.ts';
import type { Rule, Snapshot } from '../rule.ts';

/** Every id that a record names exists, and is of the right kind. */
export const references: Rule = {
  id: 'references',
  programme: ({ content }) => inProgramme(content).flatMap(unknown),
  snapshot: (file, { programme }) => inSnapshot(file, programme).flatMap(unknown),
};

type Reference = {
  readonly id: string | null | undefined;
  readonly path: Path;
  readonly known: Iterable<string>;
};

const idsOf = (records: readonly { readonly id: string }[]) => new Set(records.map(({ id }) => id));

function inProgramme(programme: ProgrammeFile): readonly Reference[] {
  const { axes, priorities, indicators, initiatives, documents, glossary } = programme;
  const [axisIds, subjects] = [idsOf(axes), idsOf(subjectsOf(programme))];
  return [
    ...documents.flatMap(({ pages = [] }, document) =>
      pages.map(({ axis }, at) => ({
        id: axis,
        path: ['documents', document, 'pages', at, 'axis'],
        known: axisIds,
      })),
    ),
    ...Object.entries({ priorities, indicators, initiatives }).flatMap(([kind, records]) =>
      records.map(({ axis }, at) => ({ id: axis, path: [kind, at, 'axis'], known: axisIds })),
    ),
    ...Object.entries({ indicators, initiatives }).flatMap(([kind, records]) =>
      records.map(({ priority, axis }, at) => ({
        id: priority,
        path: [kind, at, 'priority'],
        known: idsOf(priorities.filter((candidate) => candidate.axis === axis)),
      })),
    ),
    ...glossary.flatMap(({ figures = [] }, term) =>
      figures.map(({ subject }, at) => ({
        id: subject,
        path: ['glossary', term, 'figures', at, 'subject'],
        known: subjects,
      })),
    ),
  ];
}

function inSnapshot(file: Snapshot, programme: ProgrammeFile): readonly Reference[] {
  const { sources, exceptions, notes } = file.content;
  const known = {
    subject: idsOf(subjectsOf(programme)),
    document: idsOf(programme.documents),
    note: new Set(Object.keys(notes)),
  };
  const to = (key: keyof typeof known, record: Readonly<Record<string, unknown>>, path: Path): Reference => {
    const { [key]: id } = record;
    return { id: typeof id === 'string' ? id : null, path: [...path, key], known: known[key] };
  };
  const pagesOf = (document: string) =>
    programme.documents.find(({ id }) => id === document)?.pages?.map(({ page }) => String(page));
  return [
    ...sources.map((source, at) => to('document', source, ['sources', at])),
    ...file.rows.flatMap((row) => [to('subject', row, row.path), to('note', row, row.path)]),
    ...remarksOf(file).flatMap((row) => [
      to('subject', row, row.path),
      to('note', row, row.path),
      to('document', row, row.path),
    ]),
    ...printingsIn(file).flatMap(({ document, page, path }) => {
      const pages = pagesOf(document);
      return pages ? [{ id: String(page), path: [...path, 'page'], known: pages }] : [];
    }),
    ...exceptions.flatMap((row, at) => [
      to('subject', row, ['exceptions', at]),
      to('note', row, ['exceptions', at]),
      to('document', row, ['exceptions', at]),
      ...(row.rule === 'excluded-amount' ? [to('subject', row.amount, ['exceptions', at, 'amount'])] : []),
    ]),
  ];
}

function unknown({ id, path, known }: Reference): readonly Wrong[] {
  const candidates = [...known];
  if (id === null || id === undefined || candidates.includes(id)) return [];
  const some = `${candidates.slice(0, 12).join(', ') || '–'}${candidates.length > 12 ? ', …' : ''}`;
  return [
    {
      path,
      it: `"${id}" qui non esiste.`,
      en: `"${id}" does not exist here.`,
      adviceIt: `Correggere il riferimento o aggiungere il record. Esistono: ${some}`,
      adviceEn: `Correct the reference or add the record. There are: ${some}`,
    },
  ];
}

/** An id means one record, whatever its kind; so do an axis's number and letter, a priority's code and a measure that is named. */
export const uniqueIds: Rule = {
  id: 'unique-ids',
  *programme({ content }) {
    const { axes, priorities, measures = [] } = content;
    const places = [
      allIds(content),
      axes.map(({ number }, at) => ({ key: number, path: ['axes', at, 'number'] })),
      axes.map(({ letter }, at) => ({ key: letter, path: ['axes', at, 'letter'] })),
      priorities.map(({ code }, at) => ({ key: code, path: ['priorities', at, 'code'] })),
      measures.map(({ measure }, at) => ({ key: measure, path: ['measures', at, 'measure'] })),
    ];
    for (const { key, path } of places.flatMap(repeats)) {
      yield {
        path,
        it: `"${key}" è già di un altro record.`,
        en: `"${key}" already belongs to another record.`,
        adviceIt: 'Scriverne uno che nessun altro record abbia.',
        adviceEn: 'Write one that no other record has.',
      };
    }
  },
};

const KINDS = [
  'documents',
  'fundingSources',
  'axes',
  'priorities',
  'indicators',
  'initiatives',
  'glossary',
  'absent',
] as const;

type Place = { readonly key: string | number | undefined; readonly path: Path };

const allIds = (programme: ProgrammeFile): readonly Place[] => [
  { key: programme.id, path: ['id'] },
  ...KINDS.flatMap((kind) => programme[kind].map(({ id }, at) => ({ key: id, path: [kind, at, 'id'] }))),
];

const repeats = (places: readonly Place[]): readonly Place[] =>
  places.filter(({ key }, at) => key !== undefined && places.findIndex((other) => other.key === key) < at);
