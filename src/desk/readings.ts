import { section } from '../cards/card.ts';
import { datedText } from '../cards/words/datedText.ts';
import { phrases } from '../locale/phrases.ts';
import type { Locale } from '../model/locale.ts';
import type { Request } from '../model/request.ts';
import type { Shortfall } from '../model/shortfall.ts';
import type { Reading, Wanted } from '../question/reading.ts';
import { choiceReply, subjectChoice, withBoth } from './choices.ts';
import type { Desk } from './desk.ts';
import { refusal, refusalCard, refused, unknownDate } from './doubts.ts';
import type { Choice, Reply } from './reply.ts';

type Unanswered = Exclude<Reading, { as: 'requests' | 'which' | 'sources' }>;

/** How the requests of a reading become requests of the person who asks, and the title of the answer to each. */
type Asking = {
  readonly locale: Locale;
  readonly full: (wanted: Wanted) => Request;
  readonly titleOf: (request: Request) => string;
};

/** What to say to a question that did not become a request. */
export function readingReply(desk: Desk, reading: Unanswered, asking: Asking): Reply {
  const reply = unansweredReply(desk, reading, asking);
  const shortfall = shortfallOf(reading);
  return shortfall ? { ...reply, shortfall } : reply;
}

/** Small talk is understood, and asks for nothing. */
function shortfallOf(reading: Unanswered): Shortfall | null {
  switch (reading.as) {
    case 'talk':
      return null;
    case 'unread':
      return { why: reading.as, words: reading.words };
    case 'unknown-subject':
      return { why: 'unknown', words: [reading.text] };
    case 'choose':
    case 'unknown-date':
      return { why: reading.as, words: [reading.text] };
    default:
      return { why: reading.as, words: [] };
  }
}

function unansweredReply(desk: Desk, reading: Unanswered, asking: Asking): Reply {
  const { locale, full } = asking;
  const words = phrases[locale];
  switch (reading.as) {
    case 'too-long':
      return refusal(desk, words.tooLong, locale);
    case 'off-topic':
      return refusal(desk, words.nothingRecognised, locale, words.offTopic);
    case 'unknown-date':
      return unknownDate(desk, reading.text, locale);
    case 'absent':
      return refused(refusalCard(words.notInSource, datedText(reading.topic.answer, desk.dataset, locale)));
    case 'choose':
      return choiceReply(
        reading.text,
        withBoth(
          desk,
          reading.choices.map(({ subject, wanted }) => subjectChoice(desk, subject, full(wanted))),
          locale,
          naming,
        ),
        locale,
      );
    case 'unknown-subject':
      return unknownSubject(reading, asking);
    case 'unread':
      return unread(reading, asking);
    case 'talk':
      return talk(reading, locale);
  }
}

/** The request of a choice with other ids in the option that names it. */
function naming({ request, id }: Choice, ids: string): Request {
  const options = Object.entries(request.options).map(([option, value]) => [
    option,
    value === id ? ids : value,
  ]);
  return { ...request, options: Object.fromEntries(options) };
}

type Of<As extends Reading['as']> = Extract<Reading, { as: As }>;

function unknownSubject({ text, whole, nearest }: Of<'unknown-subject'>, { locale, full }: Asking): Reply {
  const words = phrases[locale];
  const named = { kind: 'programme', id: 'programme', name: words.wholeProgramme, hint: '' };
  const lines = nearest.map(({ name }) => `• ${name}`);
  const fields = lines.length > 0 ? [section(words.nearestNames, lines)] : [];
  const headline = [words.unknownSubject(text), whole ? words.meantWhole : ''].join(' ').trim();
  return refused(
    refusalCard(words.notInSource, headline, fields),
    whole ? [{ ...named, request: full(whole) }] : [],
  );
}

/** Words that change the question are named, and what is left without them is a press away. */
function unread({ words: unread, without }: Of<'unread'>, { locale, full, titleOf }: Asking): Reply {
  const words = phrases[locale];
  const headline = words.unread(unread.join('», «'));
  if (!without) return refused(refusalCard(words.notUnderstood, headline));
  const request = full(without);
  const field = section(words.meantWithout, [`• ${titleOf(request)}`]);
  const choice = { kind: 'request', id: '1', name: words.withoutIt, hint: '', request };
  return refused(refusalCard(words.notUnderstood, headline, [field]), [choice]);
}

const NEEDLESS: readonly string[] = ['thanks', 'agreement', 'praise'];

/** Small talk gets one line, and no figure. */
function talk({ talk: kind }: Of<'talk'>, locale: Locale): Reply {
  const reply = refused(refusalCard(phrases[locale].offTopic, phrases[locale].talk[kind]));
  return NEEDLESS.includes(kind) ? { ...reply, silent: true } : reply;
}
