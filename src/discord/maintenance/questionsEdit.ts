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

/** The questions that found no answer, the most frequent ones on a card; all of them in a file where there are more. */
export function questionsEdit(questions: readonly MissedQuestion[], isLogged: boolean, locale: Locale): Edit {
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
  const files = isWhole ? [] : [{ name, data: listOf(questions, locale) }];
  return cardEdit({ tone: 'plain', title, headline, fields, notes, footer: '' }, [], files);
}

function listOf(questions: readonly MissedQuestion[], locale: Locale): string {
  const texts = questions.map((question) => {
    const { heading, lines } = missedText(question, locale);
    return [heading, ...lines.map((line) => `  ${line}`)].join('\n');
  });
  return [...texts, missedAdvice(questions, locale).join('\n'), ''].join('\n\n');
}
