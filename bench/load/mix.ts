import { pick, press, slash, typing } from '../../tests/loopback/interactions.ts';

export type Interaction = { readonly id: string; readonly token: string };

const AXES = ['1', '2', 'III', 'asse IV', 'axis-5', 'inclusione sociale'];
const MEASURES = ['certificato', 'impegnato', 'pagato', 'committed', 'certified', 'dotazione'];
const QUESTIONS = [
  'quanto ha certificato l’asse II?',
  'how much has axis 3 committed?',
  'quanto manca da impegnare?',
  'che cos’è l’OCS?',
  'quante donne hanno partecipato?',
  'nidi gratis',
  'confronta asse 1 e asse 2 per impegnato',
  'ciao, come va?',
  'e in percentuale?',
];
const TYPED = ['', 'a', 'asse', 'for', 'cert', 'III', 'inclus', '31'];

/** What people send, as often as they do: most of it while they type, then commands, questions and presses. */
const KINDS: readonly (readonly [weight: number, of: (at: number) => Interaction])[] = [
  [30, (at) => typing('spending', at % 3 === 0 ? 'measure' : 'axis', from(TYPED, at), locale(at))],
  [10, (at) => typing('initiative', 'initiative', from(TYPED, at), locale(at))],
  [20, (at) => slash('spending', { axis: from(AXES, at), measure: from(MEASURES, at >> 3) }, locale(at))],
  [6, (at) => slash('allocation', {}, locale(at))],
  [6, (at) => slash('ranking', { measure: from(MEASURES, at) }, locale(at))],
  [4, (at) => slash('briefing', { axis: from(AXES, at) }, locale(at))],
  [16, (at) => slash('ask', { question: from(QUESTIONS, at) }, locale(at))],
  [3, (at) => press(`1x:spending:axis=axis-${1 + (at % 5)}`, locale(at))],
  [3, (at) => press(`1a:spending:axis=axis-${1 + (at % 5)}`, locale(at))],
  [2, (at) => pick('1c', `1a:spending:axis=axis-${1 + (at % 5)}`, locale(at))],
];
const DRAWS = KINDS.flatMap(([weight, of]) => Array.from({ length: weight }, () => of));
/** Has no divisor with the number of draws: each hundred interactions hold the whole mix, in another order. */
const STRIDE = 37;

/** The interaction with this number in the mix; the same number is the same but for its ids. */
export function mixed(at: number): Interaction {
  const of = DRAWS[(at * STRIDE + Math.floor(at / DRAWS.length)) % DRAWS.length];
  if (!of) throw new Error('an empty mix');
  return of(at);
}

const locale = (at: number) => (at % 3 === 0 ? 'en-GB' : 'it');

function from<T>(all: readonly T[], at: number): T {
  const one = all[at % all.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}
