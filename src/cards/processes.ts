import { moment } from '../locale/format.ts';
import type { RunningProcess, Way } from '../model/condition.ts';
import type { Locale } from '../model/locale.ts';
import { type CardField, section } from './card.ts';

/** More would hide the rest of the card; those that differ come first. */
const MOST_LINES = 12;

/** Which data answer in each process of the bot; nothing where it is the only one. */
export function processFields(processes: readonly RunningProcess[], locale: Locale): readonly CardField[] {
  const [own, ...others] = processes;
  if (!own || others.length === 0) return [];
  const words = processWords[locale];
  const isSame = ({ version }: RunningProcess) => version === own.version;
  const sorted = [own, ...others.filter((other) => !isSame(other)), ...others.filter(isSame)];
  const lines = sorted.slice(0, MOST_LINES).map((process) => {
    const { id, way, version, since, seconds } = process;
    const heard = seconds === null ? words.own : words.heard(seconds);
    const marked = isSame(process) ? version : words.other(version);
    return `• ${id} (${words.ways[way]}, ${heard}): ${marked}, ${words.since(moment(since, locale))}`;
  });
  const left = sorted.length - lines.length;
  return [section(words.title, left > 0 ? [...lines, words.more(left)] : lines)];
}

/** Whether not all processes answer from the same data. */
export function differ(processes: readonly RunningProcess[]): boolean {
  return new Set(processes.map(({ version }) => version)).size > 1;
}

const it = {
  title: 'Processi del bot',
  ways: { gateway: 'gateway', http: 'HTTP', chat: 'chat locale' } satisfies Record<Way, string>,
  own: 'questo',
  heard: (seconds: number) => `sentito ${seconds} s fa`,
  since: (moment: string) => `in uso dal ${moment}`,
  other: (version: string) => `${version} – altra versione`,
  more: (count: number) => (count === 1 ? '… e un altro' : `… e altri ${count}`),
  differ:
    'I processi non rispondono tutti con gli stessi dati. Dopo una modifica dura pochi secondi; se resta così, controllare che DATA_DIR sia per tutti la stessa cartella.',
};

const en: typeof it = {
  title: 'Processes of the bot',
  ways: { gateway: 'gateway', http: 'HTTP', chat: 'local chat' },
  own: 'this one',
  heard: (seconds) => `heard of ${seconds} s ago`,
  since: (moment) => `in use since ${moment}`,
  other: (version) => `${version} – another version`,
  more: (count) => (count === 1 ? '… and one more' : `… and ${count} more`),
  differ:
    'Not all processes answer from the same data. After a change this lasts for a few seconds; where it stays so, check that DATA_DIR is the same folder for all of them.',
};

export const processWords = { it, en } as const satisfies Record<Locale, typeof it>;
