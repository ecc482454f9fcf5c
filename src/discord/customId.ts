import type { Catalogue } from '../catalogue.ts';
import type { CommandText, OptionSpec } from '../command.ts';
import { isMeasure } from '../programme/measures.ts';
import { CUSTOM_ID } from '../render/limits.ts';
import type { Request } from '../request.ts';
import { DATE, PAGE } from './options.ts';

/**
 * What a press does with its Request: answer it to the presser alone, post the answer in the channel, say where its
 * figures stand, or send them as files.
 */
export type Action = 'ask' | 'share' | 'source' | 'export';
/** A Request without its locale, which is the presser's. */
export type Stored = Pick<Request, 'command' | 'options'>;
export type Press = Stored & { readonly action: Action };

/** Raised whenever the form changes, so that buttons of older messages are known as such. */
export const VERSION = '1';
const LETTERS: Readonly<Record<Action, string>> = { ask: 'a', share: 's', source: 'o', export: 'x' };
const ESCAPES: Readonly<Record<string, string>> = { '%': '%25', '&': '%26', '=': '%3D', ':': '%3A' };

/** The `custom_id` of the select menu of a choice: its values carry a Request each. */
export const CHOOSE = `${VERSION}c`;

/** `1a:spending:axis=axis-2&measure=certified`; null where it does not fit, so the button is left out. */
export function encode(action: Action, { command, options }: Stored): string | null {
  const given = Object.entries(options).filter(([, value]) => value !== '');
  const pairs = given.map(([name, value]) => `${name}=${escaped(value)}`);
  const id = `${VERSION}${LETTERS[action]}:${command}:${pairs.join('&')}`;
  return id.length <= CUSTOM_ID && !/\p{Surrogate}/u.test(id) ? id : null;
}

/** Null for what this version did not write, or a catalogue that has changed since no longer takes. */
export function decode(id: string, catalogue: Catalogue): Press | null {
  const [head, name, query, ...rest] = id.split(':');
  const action = actionOf(head);
  const command = catalogue.get(name ?? '');
  if (!action || !command || query === undefined || rest.length > 0) return null;
  const pairs = query === '' ? [] : query.split('&').map(pairOf);
  const names = new Set(pairs.map((pair) => pair?.[0]));
  if (names.size !== pairs.length) return null;
  if (!pairs.every((pair) => pair !== null && takes(command, pair))) return null;
  const required = Object.entries(command.options).filter(([, option]) => option.required);
  if (!required.every(([option]) => names.has(option))) return null;
  return {
    action,
    command: command.name,
    options: Object.fromEntries(pairs.filter((pair) => pair !== null)),
  };
}

type Pair = readonly [name: string, value: string];

function actionOf(head: string | undefined): Action | null {
  const actions = Object.keys(LETTERS) as Action[];
  return actions.find((action) => head === `${VERSION}${LETTERS[action]}`) ?? null;
}

function pairOf(text: string): Pair | null {
  const [name, value, ...rest] = text.split('=');
  return name && value && rest.length === 0 ? [name, unescaped(value)] : null;
}

function takes(command: CommandText, [name, value]: Pair): boolean {
  if (name === DATE) return true;
  if (name === PAGE) return /^[1-9]\d?$/.test(value);
  const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  return option !== undefined && (option.kind !== 'measure' || value.split(',').every(isTakenBy(option)));
}

function isTakenBy(option: OptionSpec): (value: string) => boolean {
  return (value) => isMeasure(value) && (option.of?.includes(value) ?? true);
}

function escaped(value: string): string {
  return value.replace(/[%&=:]/g, (character) => ESCAPES[character] ?? character);
}

function unescaped(value: string): string {
  return value.replace(/%(25|26|3D|3A)/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** The `custom_id` by which the person of this id, and nobody else, removes the message that it stands under. */
export function removalId(userId: string): string {
  return `${VERSION}r:${userId}`;
}

/** Whose message a removal button removes; null for any other `custom_id`. */
export function removerOf(id: string): string | null {
  return new RegExp(`^${VERSION}r:(\\d{1,20})$`).exec(id)?.[1] ?? null;
}
