import type { Locale } from '../../../model/locale.ts';
import type { SnapshotFile } from '../../../model/schema.ts';
import { confirmation, quoted, turned } from './parts.ts';
import { WORDS } from './words.ts';

type Notes = SnapshotFile['notes'];

export function noteLines(before: Notes, after: Notes, locale: Locale): readonly string[] {
  const say = WORDS[locale];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted().flatMap((key) => {
    const [was, now] = [before[key], after[key]];
    if (!was) return now ? [`+ ${say.note} ${key}: ${quoted(now[locale])}`] : [];
    if (!now) return [`- ${say.note} ${key}: ${quoted(was[locale])}`];
    const parts = [
      ...(['it', 'en'] as const).flatMap((each) => [
        ...turned(`${say.text} (${each})`, quoted(was[each]), quoted(now[each])),
        ...turned(`${say.brief} (${each})`, quoted(was.brief?.[each]), quoted(now.brief?.[each])),
      ]),
      ...(was.detail === now.detail ? [] : [now.detail ? say.detail : say.shown]),
      ...confirmation(was.confirm, now.confirm !== undefined && now.confirm === now.it, locale),
    ];
    return parts.length === 0 ? [] : [`~ ${say.note} ${key}: ${parts.join('; ')}`];
  });
}
