import { defineCommand } from '../src/command.ts';

/** The question is read into another request before any command runs: this one only says how it is asked. */
export default defineCommand({
  text: {
    it: { name: 'chiedi', description: 'Fai una domanda con parole tue' },
    en: { name: 'ask', description: 'Ask a question in your own words' },
  },
  options: {
    question: {
      kind: 'question',
      required: true,
      text: {
        it: { name: 'domanda', description: 'Per esempio: quanto ha certificato l’asse II?' },
        en: { name: 'question', description: 'For example: how much has axis II certified?' },
      },
    },
  },
  heard: { it: [], en: [] },
  answer: () => ({ facts: [] }),
  present: () => ({ tone: 'plain', title: '', headline: '', fields: [], notes: [] }),
});
