import { CUSTOM_ID } from '../../render/limits.ts';
import { decodeOlder, olderActionOf } from './olderId.ts';
import type { Action, Press, Stored } from './press.ts';
import { checkOf, storedIn, textOf } from './storedText.ts';
import type { Names } from './valueCodes.ts';

/** Raised whenever the form changes, so that buttons of older messages are known as such. */
const VERSION = '2';
const LETTERS: Readonly<Record<Action, string>> = {
  ask: 'a',
  share: 's',
  source: 'o',
  export: 'x',
  afresh: 'n',
  report: 'd',
};

/** What a button does, on which page: what stands before the requests. */
export type Head = { readonly action: Action; readonly page?: number };

/** How an id holds its requests: in full, as a part of what all ids of its message hold, or in the message's words. */
const IN_FULL = ':';
const IN_PARTS = '.';
const IN_WORDS = '?';

/** The `custom_id` of the select menu of a choice: its values are ids of buttons. */
export const CHOOSE = `${VERSION}c`;

/** Also of menus that the first version drew. */
export function isChoose(id: string): boolean {
  return id === CHOOSE || id === '1c';
}

/** `2o3:` and the requests' text; null where it does not fit. */
export function encode(head: Head, requests: readonly Stored[], names: Names): string | null {
  const text = textOf(requests, names);
  const id = `${headText(head)}${IN_FULL}${text}`;
  return text !== null && id.length <= CUSTOM_ID && !/\p{Surrogate}/u.test(id) ? id : null;
}

/** The button that starts afresh with a question, where there is room for it; without it, it only forgets. */
export function afreshId(question: Stored, names: Names): string {
  return encode({ action: 'afresh' }, [question], names) ?? `${headText({ action: 'afresh' })}${IN_FULL}`;
}

/** The check by which a press finds its requests among the readings of the message's question. */
export function wordsId(head: Head, requests: readonly Stored[]): string {
  return `${headText(head)}${IN_WORDS}${checkOf(requests)}`;
}

export type Ids = { readonly ids: readonly string[]; readonly inFull: boolean };

/** The ids of all buttons of one message that carry the same requests: in full where each has room, else in parts. */
export function idsOf(heads: readonly Head[], requests: readonly Stored[], names: Names): Ids {
  const full = heads.map((head) => encode(head, requests, names));
  const fitting = full.filter((id) => id !== null);
  if (fitting.length === heads.length) return { ids: fitting, inFull: true };
  const text = textOf(requests, names);
  const parts = text === null ? null : partsOf(heads, text);
  return { ids: parts ?? heads.map((head) => wordsId(head, requests)), inFull: false };
}

/** Each id holds as much of the text as it has room for; null where some text is left over. */
function partsOf(heads: readonly Head[], text: string): readonly string[] | null {
  // A part must not begin or end inside a pair.
  if (/[\uD800-\uDFFF]/.test(text)) return null;
  let left = text;
  const ids = heads.map((head) => {
    const before = `${headText(head)}${IN_PARTS}`;
    const part = left.slice(0, CUSTOM_ID - before.length);
    left = left.slice(part.length);
    return before + part;
  });
  return left === '' ? ids : null;
}

/** Null for what no version wrote, or a catalogue or dataset no longer has; `around` are all ids of its message. */
export function decode(id: string, names: Names, around: readonly string[] = []): Press | null {
  const read = headOf(id);
  if (!read) return decodeOlder(id, names.catalogue);
  const { action, page, how } = read;
  if (action === 'afresh' && how === IN_FULL && read.text === '') return { action, page, requests: [] };
  const requests = storedIn(how === IN_PARTS ? partsIn(around) : read.text, names);
  return how === IN_WORDS || page === 0 || !requests ? null : { action, page, requests };
}

function partsIn(ids: readonly string[]): string {
  const parts = ids.map(headOf).map((read) => (read?.how === IN_PARTS ? read.text : ''));
  return parts.join('');
}

/** A press whose requests must be read again from the question in its message; null for any other id. */
export function inWords(id: string): (Omit<Press, 'requests'> & { readonly check: string }) | null {
  const read = headOf(id);
  return read?.how === IN_WORDS ? { action: read.action, page: read.page, check: read.text } : null;
}

/** What a button does, from its id alone; null for an id that is not of a button of an answer. */
export function actionOf(id: string): Action | null {
  return headOf(id)?.action ?? olderActionOf(id);
}

function headText({ action, page }: Head): string {
  return `${VERSION}${LETTERS[action]}${page ?? ''}`;
}

function headOf(id: string) {
  const [, letter, number, how, text = ''] = /^2([a-z])(0|[1-9]\d?)?([:.?])(.*)$/s.exec(id) ?? [];
  const action = (Object.keys(LETTERS) as Action[]).find((each) => LETTERS[each] === letter);
  return action && { action, page: number ? Number(number) : null, how, text };
}

/** The `custom_id` by which the person of this id, and nobody else, removes the message that it stands under. */
export function removalId(userId: string): string {
  return `${VERSION}r:${userId}`;
}

/** Whose message a removal button removes; null for any other `custom_id`. */
export function removerOf(id: string): string | null {
  return /^[12]r:(\d{1,20})$/.exec(id)?.[1] ?? null;
}
