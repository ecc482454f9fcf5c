import type { ProgrammeFile } from '../../model/schema.ts';
import { found, type Rule } from '../files.ts';
import type { Path } from '../text/json.ts';

/** An id means one record, whatever its kind; so do an axis's number and letter, a priority's code and a measure that is named. */
export const uniqueIds: Rule = ({ programme }) =>
  [ids, axisNumbers, axisLetters, priorityCodes, measures].flatMap((places) =>
    repeats(places(programme.content)).map(({ key, path }) =>
      found(programme, path, {
        rule: 'unique-ids',
        message: {
          it: `"${key}" è già di un altro record.`,
          en: `"${key}" already belongs to another record.`,
        },
        advice: {
          it: 'Scriverne uno che nessun altro record abbia.',
          en: 'Write one that no other record has.',
        },
      }),
    ),
  );

type Place = { readonly key: string; readonly path: Path };

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

function ids(programme: ProgrammeFile): readonly Place[] {
  const records = KINDS.flatMap((kind) =>
    programme[kind].map(({ id }, at) => ({ key: id, path: [kind, at, 'id'] })),
  );
  return [{ key: programme.id, path: ['id'] }, ...records];
}

function axisNumbers({ axes }: ProgrammeFile): readonly Place[] {
  return axes.map(({ number }, at) => ({ key: String(number), path: ['axes', at, 'number'] }));
}

function axisLetters({ axes }: ProgrammeFile): readonly Place[] {
  return axes.flatMap(({ letter }, at) =>
    letter === undefined ? [] : [{ key: letter, path: ['axes', at, 'letter'] }],
  );
}

function priorityCodes({ priorities }: ProgrammeFile): readonly Place[] {
  return priorities.map(({ code }, at) => ({ key: code, path: ['priorities', at, 'code'] }));
}

function measures({ measures: named = [] }: ProgrammeFile): readonly Place[] {
  return named.map(({ measure }, at) => ({ key: measure, path: ['measures', at, 'measure'] }));
}

function repeats(places: readonly Place[]): readonly Place[] {
  return places.filter(({ key }, at) => places.findIndex((other) => other.key === key) < at);
}
