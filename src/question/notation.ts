import type { Dataset, Subject } from '../programme/dataset.ts';
import type { Token } from '../search/matcher.ts';
import { positions, type Said } from './said.ts';

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

/** "IV: quanto certificato?", "quattro, liquidato?", "a4": a number where nothing else is named, and no word is left. */
export function loneNumber(
  { programme, subjects }: Dataset,
  { text, tokens, spots }: Said,
): readonly Subject[] {
  const spotted = new Set(spots.flatMap(positions));
  const rest = tokens.filter(({ stop }, at) => !stop && !spotted.has(at));
  const numbers = rest.flatMap(({ term, start, end }) => {
    const roman = /^[IVX]{2,4}$/.test(text.slice(start, end));
    const digits = /^a?(\d{1,2})$/.exec(term)?.[1];
    return digits !== undefined && (roman || rest.length === 1) ? [digits] : [];
  });
  return programme.axes
    .filter(({ number }) => numbers.includes(String(number)))
    .flatMap(({ id }) => subjectOf(subjects, id));
}
