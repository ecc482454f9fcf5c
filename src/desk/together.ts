import { sharedName } from '../cards/words/names.ts';
import type { Dataset, Subject } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';

/** Things that are offered as one, before each of them alone: `id` is the list of their ids. */
export type Together = { readonly id: string; readonly name: string; readonly members: readonly Subject[] };

/** Indicators of one code and name, which a person who says the code means all of; null for any other thing. */
function togetherWith({ subjects }: Dataset, subject: Subject, locale: Locale): Together | null {
  if (subject.kind !== 'indicator' || subject.record.code === null) return null;
  const { code } = subject.record;
  const members = [...subjects.values()].filter(
    (each) => each.kind === 'indicator' && each.record.code === code,
  );
  const name = sharedName(members, locale);
  return name === null ? null : { id: members.map(({ id }) => id).join(','), name, members };
}

/** What is offered, in its order; before the first of those that belong together, all of them as one. */
export function withTogether<T>(
  dataset: Dataset,
  offered: readonly T[],
  locale: Locale,
  { idOf, asOne }: { readonly idOf: (one: T) => string; readonly asOne: (all: Together, first: T) => T },
): readonly T[] {
  const said = new Set<string>();
  return offered.flatMap((one) => {
    const subject = dataset.subjects.get(idOf(one));
    const all = subject ? togetherWith(dataset, subject, locale) : null;
    if (!all || said.has(all.id)) return [one];
    said.add(all.id);
    return [asOne(all, one), one];
  });
}
