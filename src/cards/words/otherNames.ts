import { day } from '../../locale/format.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Dataset, Subject } from '../../model/dataset.ts';
import { differing, isCalled } from '../../model/datedNames.ts';
import type { Locale } from '../../model/locale.ts';
import type { Card } from '../card.ts';

/** More things with other names than these are not told one by one under the figures. */
const MOST_REMARKS = 3;

/** A card with what the things on it are called at other dates: whoever knows one name meets the other. */
export function withOtherNames(
  card: Card,
  dataset: Dataset,
  subjects: readonly Subject[],
  locale: Locale,
): Card {
  const shown = new Map(subjects.flatMap(membersOf).map((subject) => [subject.id, subject]));
  const lines = [...shown.values()].flatMap((subject) => otherNames(dataset, subject, locale));
  if (lines.length === 0) return card;
  const remarks = lines.length > MOST_REMARKS ? [] : lines;
  return {
    ...card,
    notes: [...card.notes, ...lines],
    remarks: [...(card.remarks ?? []), ...remarks],
  };
}

function membersOf(subject: Subject): readonly Subject[] {
  return subject.kind === 'group' ? subject.record.members : [subject];
}

/** What it is called today, where it is shown by an older name; and the name before the one that is shown. */
function otherNames({ subjects }: Dataset, shown: Subject, locale: Locale): readonly string[] {
  const today = subjects.get(shown.id);
  if (!today || !('formerly' in today.record) || !today.record.formerly) return [];
  const { formerly } = today.record;
  const at = formerly.findIndex((former) => isCalled(shown.record, former));
  const words = phrases[locale];
  const [ended, before] = [formerly[at], at < 0 ? formerly.at(-1) : formerly[at - 1]];
  const then = (other: Parameters<typeof differing>[1]) =>
    differing(shown.record, { ...today.record, ...other }).map((name) => name[locale]);
  const [own = '', now = ''] = then(today.record);
  const [called = '', earlier = ''] = before ? then(before) : [];
  return [
    ...(ended ? [words.calledNow(own, day(ended.until, locale), now)] : []),
    ...(before ? [words.calledBefore(called, day(before.until, locale), earlier)] : []),
  ];
}
