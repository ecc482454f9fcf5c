import type { Desk } from '../desk.ts';
import type { Locale } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import type { Reading } from '../question/reading.ts';
import type { Reply } from '../reply.ts';
import { choiceReply, refusal, refusalCard, subjectChoice, unknownDate } from './doubts.ts';

/** What to say to a question that did not become a request. */
export function readingReply(
  desk: Desk,
  reading: Exclude<Reading, { as: 'requests' }>,
  locale: Locale,
): Reply {
  const words = phrases[locale];
  switch (reading.as) {
    case 'too-long':
      return refusal(desk, words.tooLong, locale);
    case 'off-topic':
      return refusal(desk, words.nothingRecognised, locale, words.offTopic);
    case 'unknown-date':
      return unknownDate(desk, reading.text, locale);
    case 'absent':
      return {
        outcome: 'refuse',
        request: null,
        facts: [],
        choices: [],
        card: refusalCard(words.notInSource, reading.topic.answer[locale]),
      };
    case 'choose':
      return choiceReply(
        reading.text,
        reading.choices.map(({ subject, wanted }) => subjectChoice(desk, subject, { ...wanted, locale })),
        locale,
      );
    case 'unknown-subject':
      return unknownSubject(reading, locale);
  }
}

function unknownSubject(reading: Extract<Reading, { as: 'unknown-subject' }>, locale: Locale): Reply {
  const words = phrases[locale];
  const choices = reading.whole
    ? [
        {
          kind: 'programme',
          id: 'programme',
          name: words.wholeProgramme,
          hint: '',
          request: { ...reading.whole, locale },
        },
      ]
    : [];
  const nearest = reading.nearest.map(({ name }) => `• ${name}`);
  const fields = nearest.length > 0 ? [{ name: words.nearestNames, lines: nearest, short: false }] : [];
  const card = refusalCard(
    words.notInSource,
    [words.unknownSubject(reading.text), reading.whole ? words.meantWhole : ''].join(' ').trim(),
    fields,
  );
  return { outcome: 'refuse', request: null, facts: [], choices, card };
}
