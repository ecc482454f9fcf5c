import { defineCommand } from '../src/command.ts';
import { day, list } from '../src/locale/format.ts';
import { phrases } from '../src/locale/phrases.ts';

export default defineCommand({
  text: {
    it: { name: 'aiuto', description: 'Che cosa si può chiedere, e come' },
    en: { name: 'help', description: 'What you can ask, and how' },
  },
  options: {
    command: {
      kind: 'command',
      text: {
        it: { name: 'comando', description: 'Il comando da spiegare; tutti se non indicato' },
        en: { name: 'command', description: 'The command to explain; all of them if not given' },
      },
    },
  },
  heard: {
    it: [
      'quali date',
      'che date',
      'a che data',
      'a quale data',
      'date disponibili',
      'quali anni',
      'che anni',
      'di quando sono',
      'aggiornati al',
      'quanto sono aggiornati',
      'aiuto',
      'help',
      'cosa sai fare',
      'cosa posso chiedere',
      'come funzioni',
      'come ti uso',
      'comandi',
    ],
    en: [
      'which dates',
      'what dates',
      'which years',
      'what years',
      'available dates',
      'how recent',
      'how up to date',
      'how old',
      'help',
      'what can you do',
      'what can i ask',
      'how do you work',
      'commands',
    ],
  },
  answer({ options, commands, dataset }) {
    return {
      facts: [],
      command: options.command,
      commands,
      programme: dataset.programme,
      dates: dataset.snapshots.map(({ date }) => date),
      usual: dataset.latest.date,
    };
  },
  present({ command, commands, programme, dates, usual }, locale) {
    const words = phrases[locale];
    if (command) {
      const options = Object.values(command.options).map((option) => option.text[locale]);
      return {
        tone: 'plain',
        title: `/${command.text[locale].name}`,
        headline: command.text[locale].description,
        fields: [...options, words.dateOption, words.privateOption].map(({ name, description }) => ({
          name,
          lines: [description],
          short: false,
        })),
        notes: [],
      };
    }
    return {
      tone: 'plain',
      title: programme.name[locale],
      headline: words.helpHeadline,
      fields: [
        { name: words.tryAsking, lines: words.examples.map((example) => `• ${example}`), short: false },
        {
          name: words.commands,
          lines: commands.map(({ text }) => `/${text[locale].name} – ${text[locale].description}`),
          short: false,
        },
        {
          name: words.availableDates,
          lines: [
            list(
              dates.map((date) => day(date, locale)),
              locale,
            ),
            words.usualDate(day(usual, locale)),
          ],
          short: false,
        },
      ],
      notes: [words.helpNote],
    };
  },
});
