import { section } from '../src/cards/card.ts';
import { defineCommand } from '../src/desk/command.ts';
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
    it: ['aiuto', 'help', 'cosa sai fare', 'cosa posso chiedere', 'come funzioni', 'come ti uso', 'comandi'],
    en: ['help', 'what can you do', 'what can i ask', 'how do you work', 'commands'],
  },
  asked: { needs: ['help'], takes: ['help'] },
  answer({ options, commands, examples, dataset, snapshot }) {
    return {
      facts: [],
      command: options.command,
      commands,
      examples,
      programme: dataset.programme,
      asOf: snapshot.date,
    };
  },
  present({ command, commands, examples, programme }, locale) {
    const words = phrases[locale];
    if (command) {
      const options = Object.values(command.options).map((option) => option.text[locale]);
      return {
        tone: 'plain',
        title: `/${command.text[locale].name}`,
        headline: command.text[locale].description,
        fields: [...options, words.dateOption, words.privateOption].map(({ name, description }) =>
          section(name, [description]),
        ),
        notes: [],
      };
    }
    return {
      tone: 'plain',
      title: programme.name[locale],
      headline: words.helpHeadline,
      fields: [
        section(
          words.tryAsking,
          examples[locale].map((example) => `• ${example}`),
        ),
        section(
          words.commands,
          commands.map(({ text }) => `/${text[locale].name} – ${text[locale].description}`),
        ),
      ],
      notes: [words.helpNote],
    };
  },
});
