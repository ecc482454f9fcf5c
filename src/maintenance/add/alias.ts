import { RECORD_LISTS } from '../../diff/changes.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import type { Addition } from './addition.ts';
import type { Answers, Ask } from './interview.ts';
import type { Known } from './known.ts';
import { asIs, namesIn, readRecord } from './reads.ts';
import { addWords } from './words.ts';

/** What people also call a record, or a word of the glossary. */
export function aliasAsks(known: Known): readonly Ask[] {
  const say = addWords[known.locale];
  return [
    () => ({ key: 'of', text: say.of, read: readRecord(known) }),
    () => ({ key: 'alias', text: say.alias, read: asIs }),
  ];
}

/** `shared`: the names are meant to lead to several records. */
export function aliasAddition(known: Known, { of = '', alias = '' }: Answers, shared: boolean): Addition {
  const names = namesIn(alias);
  const { programme } = known;
  const added = (own: readonly string[]) => [...own, ...names.filter((name) => !own.includes(name))];
  const lists = RECORD_LISTS.map((list) => [
    list,
    programme[list].map((record) =>
      record.id === of && 'aliases' in record ? { ...record, aliases: added(record.aliases) } : record,
    ),
  ]);
  const changed: ProgrammeFile = { ...programme, ...Object.fromEntries(lists) };
  return {
    programme: shared ? { ...changed, sharedAliases: added(programme.sharedAliases) } : changed,
    shown: [{ id: of, aliases: names }],
  };
}
