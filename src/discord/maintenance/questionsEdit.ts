import { setImmediate as turn } from 'node:timers/promises';
import type { MissedQuestion } from '../../maintenance/missed/question.ts';
import { missedAdvice, missedCount, missedText, noMissed, notLogged } from '../../maintenance/missed/text.ts';
import type { Locale } from '../../model/locale.ts';
import { cut } from '../../render/limits.ts';
import { cardEdit, type Edit, lineEdit } from './edits.ts';
import { maintenanceWords } from './words.ts';

/** As many as can be read on a screen. */
const MOST_SHOWN = 8;
/** With eight questions and the advice far below the 6000 characters that Discord takes. */
const LONGEST_LINE = 120;

/** Bytes; Discord takes more, and nobody reads them. */
const LARGEST_LIST = 2 * 1024 * 1024;
/** Questions that are written out before an answer gets its turn. */
const AT_ONCE = 500;

/** The questions that found no answer, the most frequent ones on a card; all of them in a file where there are more. */
export async function questionsEdit(
  questions: readonly MissedQuestion[],
  isLogged: boolean,
  locale: Locale,
): Promise<Edit> {
  const off = isLogged ? [] : [notLogged(locale)];
  if (questions.length === 0) return lineEdit([noMissed(locale), ...off].join(' '));
  const { questionsTitle: title, moreQuestions, questionsFile: name } = maintenanceWords[locale];
  const shown = questions.slice(0, MOST_SHOWN);
  const fields = shown.map((question) => {
    const { heading, lines } = missedText(question, locale);
    return {
      name: cut(heading, LONGEST_LINE),
      lines: lines.map((line) => cut(line, LONGEST_LINE)),
      short: false,
    };
  });
  const isWhole = questions.length <= MOST_SHOWN;
  const more = isWhole ? [] : [moreQuestions(MOST_SHOWN)];
  const notes = [...missedAdvice(shown, locale), ...more, ...off];
  const headline = missedCount(questions.length, locale);
  const files = isWhole ? [] : [{ name, data: await listOf(questions, locale) }];
  return cardEdit({ tone: 'plain', title, headline, fields, notes, footer: '' }, [], files);
}

async function listOf(questions: readonly MissedQuestion[], locale: Locale): Promise<string> {
  const texts: string[] = [];
  let size = 0;
  for (const question of questions) {
    // Answers go on meanwhile.
    if (texts.length % AT_ONCE === AT_ONCE - 1) await turn();
    const { heading, lines } = missedText(question, locale);
    const text = [heading, ...lines.map((line) => `  ${line}`)].join('\n');
    size += Buffer.byteLength(text);
    if (size > LARGEST_LIST) break;
    texts.push(text);
  }
  const others = questions.length - texts.length;
  const rest = others > 0 ? [maintenanceWords[locale].otherQuestions(others)] : [];
  return [...texts, ...rest, missedAdvice(questions, locale).join('\n'), ''].join('\n\n');
}
