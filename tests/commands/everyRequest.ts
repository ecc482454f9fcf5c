import { PARTICIPANT_GROUPS } from '../../src/model/measures.ts';
import type { Request } from '../../src/model/request.ts';
import { ASKED_STATUSES } from '../../src/model/status.ts';
import { dataset, desk } from '../desk.ts';

export type Asked = Pick<Request, 'command' | 'options'>;

/** What a command cannot do without: one good value of each required option. */
export const REQUIRED: Readonly<Record<string, Request['options']>> = {
  ask: { question: 'certificato asse 2' },
  briefing: { axis: 'axis-2' },
  compare: { first: 'axis-1', second: 'axis-2' },
  ranking: { measure: 'certified' },
};

const idsOf = (kind: string) =>
  [...dataset.subjects.values()].filter((subject) => subject.kind === kind).map(({ id }) => id);
const KINDS = ['axis', 'funding-source', 'indicator', 'initiative'];

/** Every value that an option may take: all ids of its kind. */
function valuesOf(command: string, option: string): readonly string[] {
  const spec = desk.catalogue.get(command)?.options[option];
  if (!spec) return [];
  switch (spec.kind) {
    case 'question':
    case 'thing':
      return [];
    case 'measure':
      return spec.of ?? [];
    case 'status':
      return ASKED_STATUSES;
    case 'kind':
      return ['axis', 'initiative', 'indicator', 'funding-source'];
    case 'order':
      return ['highest', 'lowest'];
    case 'count':
      return ['1', '3', '25'];
    case 'amount':
      return ['0', '20', '100M', '50%', '150k'];
    case 'snapshot':
      return dataset.snapshots.map(({ date }) => date);
    case 'term':
      return dataset.programme.glossary.map(({ id }) => id);
    case 'command':
      return [...desk.catalogue.keys()];
    default:
      return idsOf(spec.kind);
  }
}

function request(command: string, options: Request['options']): Asked {
  return { command, options: { ...REQUIRED[command], ...options } };
}

const commands = [...desk.catalogue.values()].filter(({ name }) => name !== 'ask');
const single: readonly Asked[] = commands.flatMap(({ name, options }) => [
  request(name, {}),
  ...Object.keys(options).flatMap((option) =>
    valuesOf(name, option).map((value) => request(name, { [option]: value })),
  ),
]);

function pairs(command: string, one: string, other: string): readonly Asked[] {
  return valuesOf(command, one).flatMap((first) =>
    valuesOf(command, other).map((second) => request(command, { [one]: first, [other]: second })),
  );
}

/** Every thing with the next one of its kind. */
const compared: readonly Asked[] = KINDS.flatMap((kind) => {
  const ids = idsOf(kind);
  return ids
    .slice(1)
    .map((id, at) => ({ command: 'compare', options: { first: ids[at] ?? id, second: id } }));
});

/** Every command with every value of every option, and the pairs that people use. */
export const EVERY_REQUEST: readonly Asked[] = [
  ...single,
  ...compared,
  ...pairs('spending', 'axis', 'measure'),
  ...pairs('participants', 'axis', 'group'),
  ...pairs('initiative', 'axis', 'measure'),
  ...pairs('initiative', 'initiative', 'measure').filter(
    ({ options }) => !PARTICIPANT_GROUPS.some((group) => group === options.measure),
  ),
  ...pairs('indicator', 'axis', 'status'),
  ...pairs('changes', 'axis', 'measure'),
];

export function named({ command, options }: Asked): string {
  return [command, ...Object.entries(options).map(([option, value]) => `${option}:${value}`)].join(' ');
}
