import type { Dataset, Subject } from '../programme/dataset.ts';
import type { Token } from '../search/matcher.ts';
import type { Said } from './said.ts';

/** Axes and priorities written in the field's notation; `missing` are terms such as `axis:6` that name nothing. */
export function notationIn({ programme, subjects }: Dataset, tokens: readonly Token[]) {
  const found = tokens.flatMap(({ term }, at) => {
    const [kind, code = ''] = term.split(':');
    if (kind !== 'axis' && kind !== 'pi') return [];
    const records =
      kind === 'axis'
        ? programme.axes.filter(({ number }) => String(number) === code)
        : programme.priorities.filter((pi) => pi.code === code || pi.code.startsWith(`${code}.`));
    return [{ term, at, named: records.flatMap(({ id }): readonly Subject[] => subjectOf(subjects, id)) }];
  });
  return {
    subjects: found.flatMap(({ named }) => named),
    missing: found.filter(({ named }) => named.length === 0).map(({ term }) => term),
    used: found.map(({ at }) => at),
  };
}

function subjectOf(subjects: Dataset['subjects'], id: string): readonly Subject[] {
  const subject = subjects.get(id);
  return subject ? [subject] : [];
}

/** "IV: quanto certificato?": a capital numeral alone, where nothing else is named, is an axis. */
export function loneRoman({ programme, subjects }: Dataset, { text, tokens }: Said): readonly Subject[] {
  const numbers = tokens
    .filter(({ start, end }) => /^[IVX]{2,4}$/.test(text.slice(start, end)))
    .map(({ term }) => term);
  return programme.axes
    .filter(({ number }) => numbers.includes(String(number)))
    .flatMap(({ id }) => subjectOf(subjects, id));
}
