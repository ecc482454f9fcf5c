import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { localeOf } from '../model/locale.ts';
import { openFromDisk } from '../start/dataset.ts';
import { conversation } from '../terminal/conversation.ts';
import { printLine } from '../terminal/output.ts';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    locale: { type: 'string' },
    conversation: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const opened = await openFromDisk();
if (!opened.ok) process.exit(opened.status);
const { desk, config } = opened;
const locale = localeOf(values.locale, config.defaultLocale);
const turn = conversation(desk, { locale, json: values.json, continued: values.conversation });
const questions =
  positionals.length > 0 ? [positionals.join(' ')] : createInterface({ input: process.stdin });
for await (const question of questions) {
  const answer = turn(question);
  if (answer !== null) printLine(answer);
}
