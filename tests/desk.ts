import { fileURLToPath } from 'node:url';
import { ask } from '../src/desk/ask.ts';
import { loadCatalogue } from '../src/desk/catalogue.ts';
import { openDesk } from '../src/desk/desk.ts';
import type { Reply } from '../src/desk/reply.ts';
import { loadDataset } from '../src/load/load.ts';
import type { Snapshot } from '../src/model/dataset.ts';
import { toNumber } from '../src/model/decimal.ts';
import type { Fact } from '../src/model/facts.ts';
import type { Locale } from '../src/model/locale.ts';
import type { Request } from '../src/model/request.ts';
import { toText } from '../src/render/text.ts';

const [loaded, catalogue] = await Promise.all([
  loadDataset(fileURLToPath(new URL('../data', import.meta.url))),
  loadCatalogue(),
]);
if (!loaded.ok) throw new Error('the dataset has findings: npm run check:data');

/** The real dataset and every command, loaded once for each file of tests. */
export const desk = openDesk(loaded.dataset, catalogue);
export const { dataset } = desk;

/** The snapshot of the slides, against which figures are checked by hand. */
export const SLIDES = snapshot('2020-12-31');

function snapshot(date: string): Snapshot {
  const found = dataset.snapshots.find((each) => each.date === date);
  if (!found) throw new Error(`no snapshot of ${date}`);
  return found;
}

export function reply(command: string, options: Request['options'] = {}, locale: Locale = 'it'): Reply {
  return ask(desk, { command, options, locale });
}

export function question(text: string, locale: Locale = 'it', previous: Request | null = null): Reply {
  return ask(desk, { command: 'ask', options: { question: text }, locale }, previous);
}

/** The card as text, with plain spaces: no-break spaces cannot be seen in a snapshot. */
export function shown({ card }: Reply): string {
  return plain(toText(card));
}

/** One request in Italian, then in English. */
export function both(command: string, options: Request['options'] = {}): string {
  return `${shown(reply(command, options, 'it'))}\n\n${shown(reply(command, options, 'en'))}`;
}

export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** `axis-2 certified 109.8 MEUR`: what a fact says. */
export function said({ subject, measure, value, unit }: Fact): string {
  return `${subject.id} ${measure} ${toNumber(value)} ${unit}`;
}

/** The same for a whole reply, after its outcome. */
export function figures({ outcome, facts }: Reply): readonly string[] {
  return [outcome, ...facts.map(said)];
}
