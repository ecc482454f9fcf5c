import type { Bilingual } from '../../../model/schema.ts';
import { nameOf } from './names.ts';

const ASSISTANCE = 'TA';

/** What an axis is for, as a row of the Commission says it; `objective` is null for technical assistance. */
export type Theme = {
  readonly name: Bilingual;
  readonly objective: string | null;
  readonly assists: boolean;
};

/** From the code of the objective, such as 08 or TA; from its name, which is in English only, where it is no known one. */
export function themeOf(code: string, name: string): Theme | null {
  const number = /^(?:[OT]+\s?)?0*(\d{1,2})$/i.exec(code)?.[1];
  const assists = code.toUpperCase() === ASSISTANCE || /^technical assistance/i.test(name);
  const known = nameOf('objective', assists ? ASSISTANCE : (number ?? ''));
  if (known) return { name: known.name, objective: assists ? null : `OT${number}`, assists };
  return name === '' ? null : { name: { it: name, en: name }, objective: null, assists: false };
}
