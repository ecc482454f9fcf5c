import { type DataFile, found, type Rule } from '../files.ts';
import type { Finding } from '../finding.ts';
import type { Path } from '../json.ts';
import type { ProgrammeFile } from '../schema.ts';

const KINDS = ['fundingSources', 'axes', 'priorities', 'indicators', 'initiatives', 'glossary'] as const;

/** One name leads to one record of a kind, unless `sharedAliases` says that several are meant. */
export const aliases: Rule = ({ programme }) => {
  const collisions = KINDS.flatMap((kind) => collide(called(programme.content, kind)));
  const shared = new Set(programme.content.sharedAliases.map(plain));
  return [
    ...collisions.filter(({ name }) => !shared.has(name)).map((one) => shares(programme, one)),
    ...programme.content.sharedAliases.flatMap((alias, at) =>
      collisions.some(({ name }) => name === plain(alias)) ? [] : [sharesNothing(programme, alias, at)],
    ),
  ];
};

type Name = { readonly name: string; readonly id: string; readonly path: Path };
type Collision = { readonly name: string; readonly ids: readonly string[]; readonly path: Path };

/** Capitals, accents and punctuation make no difference to who is meant. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function called(programme: ProgrammeFile, kind: (typeof KINDS)[number]): readonly Name[] {
  return programme[kind].flatMap((record, at) => {
    const title = 'term' in record ? record.term : record.name;
    const own = [...new Set([title.it, title.en].map(plain))].map((name) => ({ name, path: [kind, at] }));
    const aliases = record.aliases.map((alias, n) => ({
      name: plain(alias),
      path: [kind, at, 'aliases', n],
    }));
    return [...own, ...aliases].map((entry) => ({ ...entry, id: record.id }));
  });
}

function collide(names: readonly Name[]): readonly Collision[] {
  const groups = new Map<string, Name[]>();
  for (const entry of names) groups.set(entry.name, [...(groups.get(entry.name) ?? []), entry]);
  return [...groups].flatMap(([name, entries]) => {
    const ids = [...new Set(entries.map(({ id }) => id))];
    const path = entries.find(({ id }) => id === ids[1])?.path;
    return path ? [{ name, ids, path }] : [];
  });
}

function shares(programme: DataFile<ProgrammeFile>, { name, ids, path }: Collision): Finding {
  return found(programme, path, {
    rule: 'aliases',
    severity: 'warning',
    message: { it: `"${name}" indica ${ids.join(' e ')}.`, en: `"${name}" means ${ids.join(' and ')}.` },
    advice: {
      it: 'Lasciarlo a uno solo, o, se sono davvero tutti, aggiungerlo a "sharedAliases".',
      en: 'Leave it to one of them, or, if all are truly meant, add it to "sharedAliases".',
    },
  });
}

function sharesNothing(programme: DataFile<ProgrammeFile>, alias: string, at: number): Finding {
  return found(programme, ['sharedAliases', at], {
    rule: 'aliases',
    severity: 'warning',
    message: {
      it: `"${alias}" non è più il nome di due record dello stesso tipo.`,
      en: `"${alias}" is no longer the name of two records of one kind.`,
    },
    advice: { it: 'Toglierlo da "sharedAliases".', en: 'Remove it from "sharedAliases".' },
  });
}
