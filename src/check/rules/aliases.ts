import type { Finding } from '../../model/finding.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { contentOf, type Named } from '../../search/index/postings.ts';
import { namedTerms, namedThings } from '../../search/names.ts';
import { tokens } from '../../search/text/normalise.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import type { Path } from '../text/json.ts';

/**
 * One name leads to one record, unless `sharedAliases` says that several are meant. Two names are one where the
 * matcher reads the same words in them: "hanno un lavoro" is "lavoro". What the glossary explains is asked for in
 * other words than figures, so that a term may be called as the thing that it explains.
 */
export const aliases: Rule = ({ programme }) => {
  const { content } = programme;
  const places = placesIn(content);
  const collisions = [namedThings(content), namedTerms(content)].flatMap((named) => collide(named, places));
  const shared = content.sharedAliases.map((alias, at) => ({ alias, at, words: wordsOf(alias) }));
  const meant = new Set(shared.map(({ words }) => words));
  const held = new Set(collisions.map(({ words }) => words));
  return [
    ...collisions.filter(({ words }) => !meant.has(words)).map((one) => means(programme, one)),
    ...shared
      .filter(({ words }) => !held.has(words))
      .map(({ alias, at }) => sharesNothing(programme, alias, at)),
  ];
};

/** `path` is null for what a document prints or a number says: nobody chose that as a name. */
type Use = { readonly id: string; readonly name: string; readonly said: string; readonly path: Path | null };
type Collision = { readonly words: string; readonly uses: readonly Use[]; readonly path: Path };

/** What the matcher keeps of a name, in whatever order it stands. */
function wordsOf(name: string): string {
  const terms = new Set(contentOf(tokens(name)).map(({ term }) => term));
  return [...terms].sort().join(' ');
}

const KINDS = ['fundingSources', 'axes', 'priorities', 'indicators', 'initiatives', 'glossary'] as const;
const key = (id: string, said: string) => `${id} ${said}`;

/** Where the names and aliases stand that somebody chose. */
function placesIn(programme: ProgrammeFile): ReadonlyMap<string, Path> {
  const places = new Map<string, Path>();
  for (const kind of KINDS) {
    for (const [at, record] of programme[kind].entries()) {
      const { it, en } = 'term' in record ? record.term : record.name;
      for (const name of [it, en]) places.set(key(record.id, name), [kind, at]);
      for (const [n, alias] of record.aliases.entries()) {
        places.set(key(record.id, alias), [kind, at, 'aliases', n]);
      }
    }
  }
  return places;
}

/** Names by which two records are called, one of them because somebody chose it. */
function collide(named: readonly Named[], places: ReadonlyMap<string, Path>): readonly Collision[] {
  const groups = new Map<string, Use[]>();
  for (const { id, name, names } of named) {
    for (const said of names) {
      const words = wordsOf(said);
      const use = { id, name, said, path: places.get(key(id, said)) ?? null };
      groups.set(words, [...(groups.get(words) ?? []), use]);
    }
  }
  return [...groups].flatMap(([words, all]) => {
    const uses = [...new Set(all.map(({ id }) => id))].flatMap((id) => {
      const own = all.filter((use) => use.id === id);
      return own.find(({ path }) => path !== null) ?? own[0] ?? [];
    });
    const path = uses.findLast((use) => use.path !== null)?.path;
    return uses.length > 1 && path ? [{ words, uses, path }] : [];
  });
}

function means(programme: DataFile<ProgrammeFile>, { uses, path }: Collision): Finding {
  const said = [...new Set(uses.map((use) => `"${use.said}"`))].join(' = ');
  const names = (and: string) => uses.map(({ id, name }) => `"${name}" (${id})`).join(and);
  const message = { it: `${said} indica ${names(' e ')}.`, en: `${said} means ${names(' and ')}.` };
  return found(programme, path, {
    rule: 'aliases',
    severity: 'warning',
    message,
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
      it: `"${alias}" non è più il nome di due record.`,
      en: `"${alias}" is no longer the name of two records.`,
    },
    advice: { it: 'Toglierlo da "sharedAliases".', en: 'Remove it from "sharedAliases".' },
  });
}
