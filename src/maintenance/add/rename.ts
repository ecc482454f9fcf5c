import { RENAMED_LISTS } from '../../model/datedNames.ts';
import type { Bilingual, ProgrammeFile } from '../../model/schema.ts';
import type { Addition } from './addition.ts';
import type { Answers, Ask } from './interview.ts';
import { type Known, subjectOf } from './known.ts';
import { asIs, readDay, readRecord } from './reads.ts';
import { addWords } from './words.ts';

const KINDS = ['axis', 'indicator', 'initiative'];

/** The name that a later report gives to a record that is there. */
export function renameAsks(known: Known): readonly Ask[] {
  const say = addWords[known.locale];
  const isOf = ({ of = '' }: Answers, kind: string) => subjectOf(known, of)?.kind === kind;
  return [
    () => ({ key: 'of', text: say.of, read: readRecord(known, KINDS) }),
    () => ({ key: 'name', text: say.newName, read: asIs }),
    ({ name = '' }) => ({ key: 'nameEn', text: say.nameEn, fallback: name, read: asIs }),
    (answers) =>
      isOf(answers, 'axis')
        ? null
        : { key: 'printed', text: say.printed, fallback: answers.name ?? '', read: asIs },
    () => ({ key: 'until', text: say.until, fallback: lastBefore(known), read: readDay(known) }),
  ];
}

/** The report that renames it is the latest one, or yet to come in. */
function lastBefore({ dataset, snapshots }: Known): string {
  const whole = snapshots.filter(({ partial }) => partial !== true).map(({ date }) => date);
  return whole.at(-1) === dataset.latest.date ? (whole.at(-2) ?? dataset.latest.date) : dataset.latest.date;
}

type Named = {
  readonly id: string;
  readonly name: Bilingual;
  readonly printed?: string;
  readonly short?: Bilingual;
  readonly formerly?: readonly object[] | undefined;
};

export function renameAddition({ programme }: Known, answers: Answers): Addition {
  const { of = '', name = '', nameEn = '', printed = '', until = '' } = answers;
  const now = { it: name, en: nameEn };
  const renamed = (record: Named) => {
    if (record.id !== of) return record;
    // A card calls an indicator by its short name, an axis by its number.
    const short = 'targetYear' in record && record.short ? { short: record.short } : {};
    const own = record.printed === undefined ? {} : { printed: record.printed };
    const former = { until, ...own, name: record.name, ...short };
    const current = record.printed === undefined ? { name: now } : { name: now, printed };
    const shorter = 'targetYear' in record ? { short: now } : {};
    return { ...record, ...current, ...shorter, formerly: [...(record.formerly ?? []), former] };
  };
  const lists = RENAMED_LISTS.map((list) => [list, programme[list].map(renamed)]);
  const changed: ProgrammeFile = { ...programme, ...Object.fromEntries(lists) };
  const shown = RENAMED_LISTS.flatMap((list): readonly Named[] => changed[list]).filter(
    ({ id }) => id === of,
  );
  return { programme: changed, shown: shown.map(({ id, name, formerly }) => ({ id, name, formerly })) };
}
