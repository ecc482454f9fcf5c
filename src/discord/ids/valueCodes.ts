import type { Desk } from '../../desk/desk.ts';
import { RANKED_KINDS } from '../../model/kinds.ts';
import { MEASURES } from '../../model/measures.ts';
import { ASKED_STATUSES } from '../../model/status.ts';
import type { OptionKind } from '../../question/lexicon/commandText.ts';
import { codeOf, digitsOf, hashOf, nameAt, numberIn } from './codes.ts';

export type Names = Pick<Desk, 'catalogue' | 'dataset'>;

/** How the values of a kind of option are shortened, and found again; null where they are not of this form. */
type Form = {
  readonly short: (value: string, names: Names) => string | null;
  readonly whole: (code: string, names: Names) => string | null;
};

/** One name of a closed list, or several one after the other. */
function ofList(listed: (names: Names) => readonly string[], length: number): Form {
  return {
    short(value, names) {
      const codes = value.split(',').map((name) => codeOf(name, listed(names), length));
      return codes.includes(null) ? null : codes.join('');
    },
    whole(code, names) {
      const found: string[] = [];
      for (let rest = code; rest !== ''; ) {
        const next = nameAt(rest, listed(names), length);
        if (!next) return null;
        found.push(next.name);
        rest = next.rest;
      }
      return found.join(',');
    },
  };
}

const DAY = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2000, 0, 1) / DAY;
const DATE_LENGTH = 3;

/** Days, three characters each. */
const dates: Form = {
  short: (value) =>
    value
      .split(',')
      .map((date) => digitsOf(Math.max(0, Date.parse(date) / DAY - FIRST_DAY || 0), DATE_LENGTH))
      .join(''),
  whole: (code) => (code.match(/.{1,3}/gs) ?? []).map(dayOf).join(','),
};

function dayOf(digits: string): string {
  const day = numberIn(digits);
  return Number.isNaN(day) ? '' : new Date((day + FIRST_DAY) * DAY).toISOString().slice(0, 10);
}

const HASHED = '~';
const THING_LENGTH = 4;
/** An id so short is written as it is, unless it looks like the code of another one. */
const SHORT_ID = /^(?![ap]\d)[a-z\d.-]{1,5}$/;

/** `a2` for axis-2, `p9.iv` for priority-9.iv, short ids as they are, `~` and a hash for all others. */
function thingCode(id: string): string {
  const [, axis] = /^axis-(\d+)$/.exec(id) ?? [];
  if (axis) return `a${axis}`;
  const [, priority] = /^priority-(\d[a-z\d.-]*)$/.exec(id) ?? [];
  if (priority) return `p${priority}`;
  return SHORT_ID.test(id) ? id : HASHED + hashOf(id, THING_LENGTH);
}

/** Null for a hash of no thing, or of two. */
function thingId(code: string, ids: readonly string[]): string | null {
  if (code.startsWith(HASHED)) return nameAt(code.slice(1), ids, THING_LENGTH)?.name ?? null;
  const [, kind, number] = /^([ap])(\d.*)$/.exec(code) ?? [];
  return kind ? `${kind === 'a' ? 'axis' : 'priority'}-${number}` : code;
}

const things: Form = {
  short: (value) => value.split(',').map(thingCode).join(','),
  whole(code, { dataset }) {
    const ids = code.split(',').map((each) => thingId(each, [...dataset.subjects.keys()]));
    return ids.includes(null) ? null : ids.join(',');
  },
};

/** Amounts, counts: a number, with its unit. */
const plain: Form = {
  short: (value) => (/^-?\d[\d.]*[M€%k]?$/.test(value) ? value : null),
  whole: (code) => code,
};

const FORMS: Partial<Record<OptionKind, Form>> = {
  measure: ofList(() => MEASURES, 3),
  command: ofList(({ catalogue }) => [...catalogue.keys()], 3),
  term: ofList(({ dataset }) => dataset.programme.glossary.map(({ id }) => id), 4),
  kind: ofList(() => RANKED_KINDS, 2),
  order: ofList(() => ['highest', 'lowest'], 2),
  status: ofList(() => ASKED_STATUSES, 2),
  snapshot: dates,
  axis: things,
  priority: things,
  'funding-source': things,
  indicator: things,
  initiative: things,
  thing: things,
  count: plain,
  amount: plain,
};

const AS_IT_IS = '!';

/** An option's value in few characters; as it is, behind a mark, where its short form would not come back the same. */
export function shortened(value: string, kind: OptionKind, names: Names): string {
  const form = FORMS[kind];
  const code = form?.short(value, names) ?? null;
  const returns = code !== null && !code.startsWith(AS_IT_IS) && form?.whole(code, names) === value;
  return returns ? code : AS_IT_IS + escaped(value);
}

/** Null for a code of nothing that there is, or of two things. */
export function lengthened(code: string, kind: OptionKind, names: Names): string | null {
  return code.startsWith(AS_IT_IS)
    ? unescaped(code.slice(AS_IT_IS.length))
    : (FORMS[kind]?.whole(code, names) ?? null);
}

/** What parts the pieces of an id stays out of their text. */
function escaped(value: string): string {
  return value.replace(/[%&;]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

function unescaped(text: string): string {
  return text.replace(/%(25|26|3b)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
