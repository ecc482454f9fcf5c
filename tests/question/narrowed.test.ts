import { describe, expect, test } from 'vitest';
import { question } from '../desk.ts';

/** A wider measure that a narrower one says already is not asked for beside it; each half of the rule by itself. */
const NARROWED = [
  ['quante persone donne nell’asse II?', ['participants-female']],
  ['how many participants women in axis II?', ['participants-female']],
  ['vulnerabili in interventi di inclusione attiva', ['vulnerable-active-inclusion']],
  ['quanti vulnerabili supportati nell’inserimento lavorativo?', ['vulnerable-job-placement']],
  ['vulnerable people in active inclusion measures', ['vulnerable-active-inclusion']],
  ['qual è il valore della spesa certificata dell’asse II?', ['certified']],
  ['value of the payments of axis II', ['paid']],
  ['valore dei destinatari dell’asse II', ['participants']],
] as const;

/** And what is not narrowed is asked for. */
const WHOLE = [
  ['quanti vulnerabili nell’asse II?', ['participants-vulnerable']],
  ['valore di CR03', ['value']],
  ['destinatari dell’asse II', ['participants']],
] as const;

describe('a wider measure beside a narrower one', () => {
  test.each([...NARROWED, ...WHOLE])('%s', (text, measures) => {
    const { facts, request } = question(text);
    const shown = facts.map(({ measure }) => measure);
    expect(shown).toEqual(expect.arrayContaining([...measures]));
    const { measure, group } = request?.options ?? {};
    expect((measure ?? group ?? measures.join()).split(',')).toEqual([...measures]);
  });
});
