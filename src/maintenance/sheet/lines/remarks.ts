import type { Locale } from '../../../model/locale.ts';
import { type Remark, remarkPairs } from '../kinds/remarks.ts';
import { confirmation, type Name, quoted, turned } from './parts.ts';
import { WORDS } from './words.ts';

export function remarkLines(
  before: readonly Remark[],
  after: readonly Remark[],
  name: Name,
  locale: Locale,
): readonly string[] {
  const say = WORDS[locale];
  const title = ({ subject }: Remark) => `${name(subject)}, ${say.remark}`;
  const told = ({ quote, document, page, note }: Remark) =>
    `${quoted(quote)} (${document}, ${say.page} ${page}; ${say.note} ${note})`;
  return remarkPairs(before, after).flatMap(({ was, now }): readonly string[] => {
    if (!was) return now ? [`+ ${title(now)}: ${told(now)}`] : [];
    if (!now) return [`- ${title(was)}: ${told(was)}`];
    const parts = [
      ...turned(say.subject, was.subject, now.subject),
      ...turned(say.quote, quoted(was.quote), quoted(now.quote)),
      ...turned(say.document, was.document, now.document),
      ...turned(say.page, was.page, now.page),
      ...turned(say.note, was.note, now.note),
      ...confirmation(was.confirm, now.confirm !== undefined && now.confirm === now.quote, locale),
    ];
    return parts.length === 0 ? [] : [`~ ${title(now)}: ${parts.join('; ')}`];
  });
}
