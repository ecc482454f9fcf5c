import { openMissed } from '../../maintenance/missed/missed.ts';
import { maybeNotLogged, missedAdvice, missedText, noMissed } from '../../maintenance/missed/text.ts';
import { printLine } from '../../terminal/output.ts';
import { printError } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'elenca le domande rimaste senza risposta, le più frequenti per prime',
    en: 'lists the questions left without an answer, the most frequent first',
  },
  options: { json: { text: { it: 'un oggetto JSON per riga', en: 'one JSON object a line' } } },
  async run({ config: { dataDir, logQuestions }, locale, options: { json = false } }) {
    const list = openMissed(dataDir, () => undefined).list(new Date());
    const questions = await list.catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
    if (typeof questions === 'string') return printError(WORDS[locale](dataDir, questions), 1);
    for (const question of questions) {
      const { heading, lines } = missedText(question, locale);
      printLine(
        json ? JSON.stringify(question) : [heading, ...lines.map((line) => `  ${line}`), ''].join('\n'),
      );
    }
    if (json) return 0;
    if (questions.length === 0) {
      printLine(noMissed(locale));
      // The bot's setting may be another one than this process's.
      if (logQuestions === undefined) printLine(maybeNotLogged(locale));
    }
    for (const line of missedAdvice(questions, locale)) printLine(line);
    return 0;
  },
});

const WORDS = {
  it: (dir: string, code: string) => `Le domande di ${dir} non si possono leggere (${code}).`,
  en: (dir: string, code: string) => `The questions of ${dir} cannot be read (${code}).`,
};
