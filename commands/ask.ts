import { defineCommand } from '../src/desk/command.ts';

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
        it: { name: 'domanda', description: 'La domanda, come la faresti a un collega' },
        en: { name: 'question', description: 'The question, as you would put it to a colleague' },
      },
    },
  },
  heard: { it: [], en: [] },
  answer: () => ({ facts: [] }),
  present: () => ({ tone: 'plain', title: '', headline: '', fields: [], notes: [] }),
});
