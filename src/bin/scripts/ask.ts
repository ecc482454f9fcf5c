import { openDeskOnce } from '../../start/dataset/once.ts';
import { conversation } from '../../terminal/conversation.ts';
import { linesOf } from '../../terminal/lines.ts';
import { printLine } from '../../terminal/output.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'risponde a una domanda, o a quelle che si scrivono, una per riga',
    en: 'answers one question, or those that are written, one a line',
  },
  args: { it: '[domanda...]', en: '[question...]' },
  options: {
    json: { text: { it: 'un oggetto JSON per risposta', en: 'one JSON object an answer' } },
    conversation: {
      text: {
        it: 'ogni riga continua la precedente; una riga vuota ricomincia',
        en: 'each line goes on from the one before; an empty line starts anew',
      },
    },
  },
  async run({ config, locale, args, options: { json = false, conversation: continued = false } }) {
    const opened = await openDeskOnce(config);
    if (!opened.ok) return opened.status;
    const answer = conversation(opened.desk, { locale, json, continued });
    for await (const question of linesOf(args, { prompt: PROMPT[locale], untilEmpty: !continued })) {
      const text = answer(question);
      if (text !== null) printLine(text);
    }
    return 0;
  },
});

const PROMPT = { it: 'Domanda: ', en: 'Question: ' };
