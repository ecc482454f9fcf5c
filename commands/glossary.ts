import { section } from '../src/cards/card.ts';
import { datedFields } from '../src/cards/layout.ts';
import { datedText } from '../src/cards/words/datedText.ts';
import { defineCommand } from '../src/desk/command.ts';
import { lookup } from '../src/figures/lookup.ts';

export default defineCommand({
  text: {
    it: { name: 'glossario', description: 'Che cosa significa un termine o una sigla del programma' },
    en: { name: 'glossary', description: 'What a term or an acronym of the programme means' },
  },
  options: {
    term: {
      kind: 'term',
      text: {
        it: { name: 'termine', description: 'Termine o sigla; l’elenco se non indicato' },
        en: { name: 'term', description: 'Term or acronym; the list if not given' },
      },
    },
  },
  heard: { it: ['glossario'], en: ['glossary'] },
  asked: {
    needs: ['definition+option:term', 'what+option:term'],
    takes: ['definition', 'what', 'programme', 'indicator', 'initiative', 'rate', 'percent'],
  },
  answer({ options, ...shelf }) {
    const { programme, subjects } = shelf.dataset;
    const facts = (options.term?.figures ?? []).flatMap(({ subject: id, measure }) => {
      const subject = subjects.get(id);
      return subject ? lookup(shelf, subject, measure) : [];
    });
    return { facts, term: options.term, terms: programme.glossary, dataset: shelf.dataset };
  },
  present({ term, terms, facts, dataset }, locale) {
    const text = {
      it: { title: 'Glossario', count: `${terms.length} termini: chiedine uno con /glossario` },
      en: { title: 'Glossary', count: `${terms.length} terms: ask for one with /glossary` },
    }[locale];
    if (term) {
      return {
        tone: 'plain',
        title: `${text.title} – ${term.term[locale]}`,
        headline: datedText(term.meaning, dataset, locale),
        fields: datedFields(facts, locale),
        notes: [],
      };
    }
    const lines = terms.map((each) => each.term[locale]).sort((a, b) => a.localeCompare(b, locale));
    return {
      tone: 'plain',
      title: text.title,
      headline: text.count,
      fields: [section(text.title, rows(lines))],
      notes: [],
    };
  },
});

const IN_A_ROW = 6;

function rows(terms: readonly string[]): readonly string[] {
  return terms.flatMap((_, at) => (at % IN_A_ROW === 0 ? [terms.slice(at, at + IN_A_ROW).join(' · ')] : []));
}
