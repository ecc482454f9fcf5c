import type { Answer } from '../../figures/answer.ts';
import { day } from '../../locale/format.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Locale } from '../../model/locale.ts';
import { topicTitle } from '../figures.ts';
import type { Topic } from '../layout.ts';
import { shortName } from '../words/names.ts';
import { barsOf } from './bars.ts';
import { factOf, sourceLine } from './figures.ts';
import type { BarsSpec } from './spec.ts';
import { chartWords } from './words.ts';

/** Axes, or who funds, or both, each with its share of the whole; null where fewer than two were asked for. */
export function allocationChart(answer: Answer & Topic, locale: Locale): BarsSpec | null {
  const facts = answer.facts.filter(({ asOf }) => asOf === answer.asOf);
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
  const rows = subjects.flatMap((subject) => {
    const own = facts.filter((fact) => fact.subject === subject);
    const fact = factOf(own, 'allocation');
    if (!fact || (subject.kind !== 'axis' && subject.kind !== 'funding-source')) return [];
    return [{ label: shortName(subject, locale), fact, beside: factOf(own, 'share') }];
  });
  const when = phrases[locale].asOf(day(answer.asOf, locale));
  const title =
    answer.subjects.length > 0
      ? topicTitle({ ...answer, measures: ['allocation'], dates: [answer.asOf] }, locale)
      : `${chartWords[locale].allocations} ${when}`;
  const caption = sourceLine(
    rows.map(({ fact }) => fact),
    locale,
  );
  return barsOf(rows, { title, caption, locale });
}
