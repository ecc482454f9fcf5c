import { subjectsOf } from '../../model/dataset.ts';
import { type ProgrammeFile, REFERENTS } from '../../model/schema.ts';
import type { Wrong } from '../found.ts';
import type { Path } from '../place.ts';
import { printingsIn } from '../rows.ts';
import type { Rule } from '../rule.ts';

/** Every id that a record names exists, and is of the right kind. */
export const references: Rule = {
  id: 'references',
  programme({ content }) {
    const axes = idsOf(content.axes);
    const subjects = idsOf(subjectsOf(content));
    return namedIn(content, []).flatMap(({ key, id, record, path }) => {
      if (key !== 'priority') return unknown(id, path, key === 'axis' ? axes : subjects);
      return unknown(id, path, idsOf(content.priorities.filter(({ axis }) => axis === record.axis)));
    });
  },
  snapshot(file, { programme }) {
    const known: Partial<Record<string, readonly string[]>> = {
      subject: idsOf(subjectsOf(programme)),
      document: idsOf(programme.documents),
      note: Object.keys(file.content.notes),
    };
    const pagesOf = (document: string) =>
      programme.documents.find(({ id }) => id === document)?.pages?.map(({ page }) => String(page));
    return [
      ...namedIn(file.content, []).flatMap(({ key, id, path }) => unknown(id, path, known[key])),
      ...printingsIn(file).flatMap(({ document, page, path }) =>
        unknown(String(page), [...path, 'page'], pagesOf(document)),
      ),
    ];
  },
};

const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

type Fields = Readonly<Record<string, unknown>>;
type Named = { readonly key: string; readonly id: string; readonly record: Fields; readonly path: Path };

/** Every text under a key that the schema keeps for the id of another record. */
function namedIn(value: unknown, path: Path): readonly Named[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Fields;
  return Object.entries(record).flatMap(([key, child]): readonly Named[] => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (typeof child !== 'string') return namedIn(child, at);
    return REFERENTS.some((referent) => referent === key) ? [{ key, id: child, record, path: at }] : [];
  });
}

/** Where the ids are not given, any of them will do. */
function unknown(id: string, path: Path, known: readonly string[] = [id]): readonly Wrong[] {
  if (known.includes(id)) return [];
  const some = `${known.slice(0, 12).join(', ') || '–'}${known.length > 12 ? ', …' : ''}`;
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

/** An id means one record, whatever its kind; so do an axis's number and letter, a priority's code within its axis and a measure that is named. */
export const uniqueIds: Rule = {
  id: 'unique-ids',
  *programme({ content }) {
    const { axes, priorities, measures = [] } = content;
    const places = [
      allIds(content),
      axes.map(({ number }, at) => ({ key: number, path: ['axes', at, 'number'] })),
      axes.map(({ letter }, at) => ({ key: letter, path: ['axes', at, 'letter'] })),
      ...axes.map(({ id }) => codesWithin(priorities, id)),
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

/** Two axes may share an investment priority, for two kinds of region for example: each has a record of its own. */
function codesWithin(priorities: ProgrammeFile['priorities'], axis: string): readonly Place[] {
  return priorities.flatMap((priority, at) =>
    priority.axis === axis ? [{ key: priority.code, path: ['priorities', at, 'code'] }] : [],
  );
}

type Place = { readonly key: string | number | undefined; readonly path: Path };

const allIds = (programme: ProgrammeFile): readonly Place[] => [
  { key: programme.id, path: ['id'] },
  ...KINDS.flatMap((kind) => programme[kind].map(({ id }, at) => ({ key: id, path: [kind, at, 'id'] }))),
];

const repeats = (places: readonly Place[]): readonly Place[] =>
  places.filter(({ key }, at) => key !== undefined && places.findIndex((other) => other.key === key) < at);
