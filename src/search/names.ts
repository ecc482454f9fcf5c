import { type Subject, subjectsOf } from '../model/dataset.ts';
import { displayName } from '../model/names.ts';
import type { Axis, Initiative, ProgrammeFile } from '../model/schema.ts';
import type { Named } from './index/postings.ts';

type Former = Partial<NonNullable<Axis['formerly']>[number] & NonNullable<Initiative['formerly']>[number]>;

/** Everything that a question may name, with all its names; the programme itself needs no name. */
export function namedThings(programme: ProgrammeFile): readonly Named[] {
  return subjectsOf(programme).flatMap((subject) => {
    if (subject.kind === 'programme') return [];
    const name = displayName(programme, subject);
    const names = [...new Set([name, ...callsOf(subject)])];
    const own = subject.kind === 'axis' ? { own: ownNames(subject.record) } : {};
    return { kind: subject.kind, id: subject.id, name, names, ...own };
  });
}

/** The words of the glossary. */
export function namedTerms({ glossary }: ProgrammeFile): readonly Named[] {
  return glossary.map(({ id, term, aliases }) => ({
    kind: 'term',
    id,
    name: term.it,
    names: [...new Set([term.it, term.en, ...aliases])],
  }));
}

function callsOf(subject: Exclude<Subject, { kind: 'programme' }>): readonly string[] {
  const { aliases, name } = subject.record;
  const said = [name.it, name.en, ...formerCalls(subject.record), ...aliases];
  switch (subject.kind) {
    case 'axis':
      return [...said, ...axisCalls(subject.record)];
    case 'priority':
      return [...said, `PI ${subject.record.code}`];
    case 'indicator':
      return [
        subject.record.printed,
        ...said,
        subject.record.short.it,
        subject.record.short.en,
        ...codeOf(subject.record),
      ];
    default:
      return [subject.record.printed, ...said];
  }
}

/** What it was called before: people go on using the names of older reports. */
function formerCalls(record: object): readonly string[] {
  const formerly = 'formerly' in record && Array.isArray(record.formerly) ? record.formerly : [];
  return (formerly as readonly Former[]).flatMap(({ printed, name, short, official }) => [
    ...(printed === undefined ? [] : [printed]),
    ...[name, short, official].flatMap((text) => (text ? [text.it, text.en] : [])),
  ]);
}

function axisCalls({ number, letter, short, official, objective }: Axis): readonly string[] {
  const objectives = objective === null ? [] : [objective];
  const lettered = letter === undefined ? [] : [`asse ${letter}`];
  return [`asse ${number}`, ...lettered, short.it, short.en, official.it, official.en, ...objectives];
}

/** The part after "Asse II – " is a name of the axis, too. */
function ownNames(axis: Axis): readonly string[] {
  const { name, short, official } = axis;
  const printed = [name.it, name.en, short.it, short.en, official.it, official.en, ...formerCalls(axis)];
  return [...new Set([...printed, ...printed.flatMap((text) => text.split(/ [–—-] /).slice(1))])];
}

/** "CR03", and "CR 03" or "CR-03" as people write it. */
function codeOf({ code }: { readonly code: string | null }): readonly string[] {
  if (code === null) return [];
  const inTwo = code.replace(/^(\p{L}+)(\d+)$/u, '$1 $2');
  return inTwo === code ? [code] : [code, inTwo];
}
