import { moment } from '../../locale/format.ts';
import type { Locale } from '../../model/locale.ts';
import type { Shortfall } from '../../model/shortfall.ts';
import type { MissedQuestion } from './question.ts';

/** A question as maintainers read it: how often and what, why it found no answer, what was understood, and when. */
export function missedText(question: MissedQuestion, locale: Locale) {
  const say = WORDS[locale];
  const { text, why, words, requests, times, first, last, command } = question;
  const [since, at] = [moment(new Date(first), locale), moment(new Date(last), locale)];
  const about = words.length > 0 ? ` ${words.map(say.quoted).join(', ')}` : '';
  return {
    heading: `${times} × ${text}`,
    lines: [
      `${say.why[why]}${about}`,
      ...requests.map((request) => `${say.understood}: ${[request.command, ...pairs(request)].join(' ')}`),
      `/${command} · ${times === 1 ? say.once(at) : say.times(since, at)}`,
    ],
  };
}

/** What to do about these questions, a line for each way. */
export function missedAdvice(questions: readonly MissedQuestion[], locale: Locale): readonly string[] {
  const say = WORDS[locale].advice;
  return [...new Set(questions.map(({ why }) => say[ADVICE[why]]))];
}

export const noMissed = (locale: Locale) => WORDS[locale].none;
export const notLogged = (locale: Locale) => WORDS[locale].off;
/** For whoever does not know the bot's own setting. */
export const maybeNotLogged = (locale: Locale) => WORDS[locale].maybeOff;
export const missedCount = (count: number, locale: Locale) => WORDS[locale].count(count);

function pairs({ options }: MissedQuestion['requests'][number]): readonly string[] {
  return Object.entries(options).map(([name, value]) => `${name}:${value}`);
}

const ADVICE: Readonly<Record<Shortfall['why'], keyof typeof it.advice>> = {
  'set-aside': 'word',
  unread: 'word',
  'unknown-measure': 'word',
  unreadable: 'word',
  'off-topic': 'word',
  'too-long': 'word',
  unknown: 'name',
  choose: 'name',
  absent: 'figure',
  'no-figure': 'figure',
  'unknown-date': 'figure',
};

const it = {
  quoted: (words: string) => `«${words}»`,
  why: {
    'set-aside': 'Risposta data lasciando da parte',
    unread: 'Parole non capite',
    unknown: 'Nome non trovato',
    choose: 'Più cose possibili',
    'unknown-measure': 'Misura non trovata',
    'unknown-date': 'Data che non c’è',
    unreadable: 'Numero non letto',
    absent: 'Le fonti non lo dicono',
    'no-figure': 'Nessuna cifra pubblicata',
    'off-topic': 'Niente di riconosciuto',
    'too-long': 'Domanda troppo lunga',
  } satisfies Record<Shortfall['why'], string>,
  understood: 'Capito',
  once: (at: string) => `una volta, il ${at}`,
  times: (since: string, at: string) => `dal ${since} al ${at}`,
  none: 'Nessuna domanda rimasta senza risposta.',
  off: 'Le domande senza risposta non si conservano: per conservarle, LOG_QUESTIONS=missed.',
  maybeOff: 'Forse il bot non le conserva: lo fa solo se lo si avvia con LOG_QUESTIONS=missed.',
  count: (count: number) =>
    count === 1 ? 'Un testo rimasto senza risposta' : `${count} testi rimasti senza risposta`,
  advice: {
    word: 'Una parola non capita: aggiungerla a un file di src/question/words/it (o en), una frase per riga, nella sezione di ciò che vuol dire.',
    name: 'Un nome non trovato, o di più cose: npm run add -- alias aggiunge il nome che le persone usano a ciò che intendono.',
    figure:
      'Una cifra che manca: se un documento la pubblica, npm run new:snapshot (o il file della data); se nessuno la pubblica, non c’è nulla da fare.',
  },
};

const en: typeof it = {
  quoted: (words) => `“${words}”`,
  why: {
    'set-aside': 'Answered, leaving out',
    unread: 'Words not understood',
    unknown: 'Name not found',
    choose: 'Several things possible',
    'unknown-measure': 'Measure not found',
    'unknown-date': 'Date that is not there',
    unreadable: 'Number not read',
    absent: 'The sources do not say it',
    'no-figure': 'No figure published',
    'off-topic': 'Nothing recognised',
    'too-long': 'Question too long',
  },
  understood: 'Understood',
  once: (at) => `once, on ${at}`,
  times: (since, at) => `from ${since} to ${at}`,
  none: 'No question was left without an answer.',
  off: 'Questions without an answer are not kept: to keep them, LOG_QUESTIONS=missed.',
  maybeOff: 'Perhaps the bot does not keep them: it does only where it is started with LOG_QUESTIONS=missed.',
  count: (count) =>
    count === 1 ? 'One text left without an answer' : `${count} texts left without an answer`,
  advice: {
    word: 'A word that is not understood: add it to a file of src/question/words/en (or it), a phrase a line, in the section of what it means.',
    name: 'A name that is not found, or is that of several things: npm run add -- alias adds the name that people use to what they mean.',
    figure:
      'A figure that is missing: where a document publishes it, npm run new:snapshot (or the file of its date); where none does, there is nothing to do.',
  },
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
