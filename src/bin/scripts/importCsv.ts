import { createInterface } from 'node:readline/promises';
import { importSheet } from '../../maintenance/sheet/importSheet.ts';
import { alone } from '../../start/alone.ts';
import { printOutcome } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'riprende la tabella modificata: mostra che cosa cambia e chiede prima di scrivere',
    en: 'takes the edited table back: shows what changes and asks before it writes',
  },
  args: { it: '<FILE>', en: '<FILE>' },
  options: {
    date: {
      value: 'DATE',
      text: {
        it: 'la data della tabella, se non la dice',
        en: 'the date of the table, where it does not say',
      },
    },
    yes: { text: { it: 'scrive senza chiedere', en: 'writes without asking' } },
  },
  async run({ config: { dataDir: dir, sourceDir }, locale, args: [file = ''], options: { date, yes } }) {
    const outcome = await importSheet({
      file,
      date,
      dir,
      sourceDir,
      locale,
      print: (lines) => printOutcome({ status: 0, lines }),
      warn: (lines) => printOutcome({ status: 0, lines }),
      agrees: yes ? async () => true : atTerminal(),
      alone: (write) => alone(dir, locale, write),
    });
    return printOutcome(outcome);
  },
});

/** Asks the person at the terminal; null where there is none. */
function atTerminal(): ((question: string) => Promise<boolean>) | null {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    // Ctrl+C and Ctrl+D reject, and are a no.
    const answer = await terminal.question(question).catch(() => '');
    terminal.close();
    return /^\s*(s|sì|si|y|yes)\s*$/i.test(answer);
  };
}
