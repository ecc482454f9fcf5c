import { grouped } from '../../model/grouped.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { contentOf, type Named } from '../../search/index/postings.ts';
import { namedTerms, namedThings } from '../../search/names.ts';

import { tokens } from '../../search/text/normalise.ts';
import type { Wrong } from '../found.ts';
import type { Path } from '../place.ts';
import type { Rule } from '../rule.ts';

/**
 * One name leads to one record, unless `sharedAliases` says that several are meant. Two names are one where the
 * matcher reads the same words in them: "hanno un lavoro" is "lavoro". What the glossary explains is asked for in
 * other words than figures, so that a term may be called as the thing that it explains.
 */
export const aliases: Rule = {
  id: 'aliases',
  severity: 'warning',
  *programme({ content }) {
    const places = placesIn(content);
    const collisions = [namedThings(content), namedTerms(content)].flatMap((named) => collide(named, places));
    const shared = content.sharedAliases.map((alias, at) => ({ alias, at, words: wordsOf(alias) }));
    for (const one of collisions) {
      if (!shared.some(({ words }) => words === one.words)) yield means(one);
    }
    for (const { alias, at, words } of shared) {
      if (!collisions.some((one) => one.words === words)) yield sharesNothing(alias, at);
    }
  },
};

/** `path` is null for what a document prints or a number says: nobody chose that as a name. */
type Use = { readonly id: string; readonly name: string; readonly text: string; readonly path: Path | null };
type Collision = { readonly words: string; readonly uses: readonly Use[]; readonly path: Path };

/** What the matcher keeps of a name, in whatever order it stands. */
function wordsOf(name: string): string {
  const terms = new Set(contentOf(tokens(name)).map(({ term }) => term));
  return [...terms].sort().join(' ');
}

const KINDS = ['fundingSources', 'axes', 'priorities', 'indicators', 'initiatives', 'glossary'] as const;
const key = (id: string, text: string) => `${id} ${text}`;

/** Where the names and aliases stand that somebody chose. */
function placesIn(programme: ProgrammeFile): ReadonlyMap<string, Path> {
  const places = new Map<string, Path>();
  for (const kind of KINDS) {
    for (const [at, record] of programme[kind].entries()) {
      const { it, en } = 'term' in record ? record.term : record.name;
      for (const name of [it, en]) places.set(key(record.id, name), [kind, at]);
      for (const [n, { name }] of ('formerly' in record ? (record.formerly ?? []) : []).entries()) {
        for (const text of [name.it, name.en]) places.set(key(record.id, text), [kind, at, 'formerly', n]);
      }
      for (const [n, alias] of record.aliases.entries()) {
        places.set(key(record.id, alias), [kind, at, 'aliases', n]);
      }
    }
  }
  return places;
}

/** Names by which two records are called, one of them because somebody chose it. */
function collide(named: readonly Named[], places: ReadonlyMap<string, Path>): readonly Collision[] {
  const all = named.flatMap(({ id, name, names }) =>
    names.map((text): Use => ({ id, name, text, path: places.get(key(id, text)) ?? null })),
  );
  return [...grouped(all, ({ text }) => wordsOf(text))].flatMap(([words, group]) => {
    const uses = [...grouped(group, ({ id }) => id).values()].flatMap(
      (own) => own.find(({ path }) => path !== null) ?? own[0] ?? [],
    );
    const path = uses.findLast((use) => use.path !== null)?.path;
    return uses.length > 1 && path ? [{ words, uses, path }] : [];
  });
}

function means({ uses, path }: Collision): Wrong {
  const texts = [...new Set(uses.map(({ text }) => `"${text}"`))].join(' = ');
  const names = (and: string) => uses.map(({ id, name }) => `"${name}" (${id})`).join(and);
  return {
    path,
    it: `${texts} indica ${names(' e ')}.`,
    en: `${texts} means ${names(' and ')}.`,
    adviceIt: 'Lasciarlo a uno solo, o, se sono davvero tutti, aggiungerlo a "sharedAliases".',
    adviceEn: 'Leave it to one of them, or, if all are truly meant, add it to "sharedAliases".',
  };
}

const sharesNothing = (alias: string, at: number): Wrong => ({
  path: ['sharedAliases', at],
  it: `"${alias}" non è più il nome di due record.`,
  en: `"${alias}" is no longer the name of two records.`,
  adviceIt: 'Toglierlo da "sharedAliases".',
  adviceEn: 'Remove it from "sharedAliases".',
});
