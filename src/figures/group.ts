import type { Subject } from '../model/dataset.ts';
import { shortest } from '../model/names.ts';

/** Several things as one subject; null for none. What they are called is their shortest names, one after the other. */
export function groupOf(members: readonly Subject[]): Subject | null {
  const [first] = members;
  if (!first) return null;
  const { programme } = first;
  const named = (locale: 'it' | 'en') =>
    members.map((member) => shortest(programme, member, locale)).join(', ');
  const id = members.map((member) => member.id).join(',');
  const name = { it: named('it'), en: named('en') };
  return { kind: 'group', id, programme, record: { id, name, printed: name.it, aliases: [], members } };
}
