import { createInterface } from 'node:readline';
import { add, KINDS, type Kind } from '../../maintenance/add/add.ts';
import { addWords } from '../../maintenance/add/words.ts';
import type { Locale } from '../../model/locale.ts';
import { alone } from '../../start/alone.ts';
import { printOutcome } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'aggiunge un’iniziativa, un alias, un documento o un nome nuovo: chiede quel che serve',
    en: 'adds an initiative, an alias, a document or a new name: asks for what that needs',
  },
  args: {
    it: '[iniziativa|alias|documento|nome]',
    en: '[initiative|alias|document|name]',
  },
  options: {
    name: { value: 'TEXT', text: { it: 'nome in italiano', en: 'name in Italian' } },
    nameEn: { value: 'TEXT', text: { it: 'nome in inglese', en: 'name in English' } },
    printed: { value: 'TEXT', text: { it: 'nome come stampato', en: 'name as printed' } },
    axis: { value: 'AXIS', text: { it: 'asse', en: 'axis' } },
    priority: { value: 'PI', text: { it: 'priorità d’investimento', en: 'investment priority' } },
    aliases: {
      value: 'LIST',
      text: { it: 'altri nomi, separati da virgole', en: 'other names, separated by commas' },
    },
    id: { value: 'ID', text: { it: 'id (altrimenti quello proposto)', en: 'id (else the one proposed)' } },
    value: {
      value: 'FIGURE',
      text: { it: 'prima cifra, come stampata; - per nessuna', en: 'first figure, as printed; - for none' },
    },
    date: {
      value: 'DATE',
      text: { it: 'data della cifra o del documento', en: 'date of the figure or of the document' },
    },
    document: { value: 'ID', text: { it: 'documento della cifra', en: 'document of the figure' } },
    measure: { value: 'MEASURE', text: { it: 'che cosa misura', en: 'what it measures' } },
    unit: { value: 'UNIT', text: { it: 'unità', en: 'unit' } },
    page: { value: 'NUMBER', text: { it: 'slide, pagina o riga', en: 'slide, page or row' } },
    quote: { value: 'TEXT', text: { it: 'citazione', en: 'quote' } },
    of: {
      value: 'NAME',
      text: { it: 'di che cosa è l’alias o il nome', en: 'what the alias or the name is of' },
    },
    alias: { value: 'LIST', text: { it: 'alias, separati da virgole', en: 'aliases, separated by commas' } },
    shared: { text: { it: 'l’alias può portare a più cose', en: 'the alias may lead to several things' } },
    until: {
      value: 'DATE',
      text: { it: 'ultima data del nome di prima', en: 'last date of the name before' },
    },
    counts: {
      value: 'slide|page|row',
      text: { it: 'che cosa si conta nel documento', en: 'what is counted in the document' },
    },
    title: { value: 'TEXT', text: { it: 'titolo in italiano', en: 'title in Italian' } },
    titleEn: { value: 'TEXT', text: { it: 'titolo in inglese', en: 'title in English' } },
    short: { value: 'TEXT', text: { it: 'nome breve in italiano', en: 'short name in Italian' } },
    shortEn: { value: 'TEXT', text: { it: 'nome breve in inglese', en: 'short name in English' } },
    publisher: { value: 'TEXT', text: { it: 'chi lo pubblica', en: 'who publishes it' } },
    text: { value: 'FILE', text: { it: 'file del testo, da copiare', en: 'file of the text, to be copied' } },
    url: { value: 'URL', text: { it: 'indirizzo', en: 'address' } },
    licence: { value: 'TEXT', text: { it: 'licenza', en: 'licence' } },
    yes: {
      text: { it: 'non chiede nulla: il resto è come proposto', en: 'asks nothing: the rest is as proposed' },
    },
  },
  async run({ config: { dataDir: dir, sourceDir }, locale, args: [what], options, wrong }) {
    const { yes = false, shared = false, ...given } = options;
    const lines = yes ? NOBODY : askedFor();
    const kind = kindOf(what ?? (await lines.answer(`${addWords[locale].what}: `)) ?? '');
    const outcome = kind
      ? await add({
          kind,
          given: textsIn(given),
          yes,
          shared,
          dir,
          sourceDir,
          locale,
          answer: lines.answer,
          print: (printed) => printOutcome({ status: 0, lines: printed }),
          alone: (write) => alone(dir, locale, write),
        })
      : null;
    lines.close();
    return outcome ? printOutcome(outcome) : wrong(UNKNOWN[locale](what ?? ''));
  },
});

const WORDS: Readonly<Record<string, Kind>> = {
  iniziativa: 'initiative',
  documento: 'document',
  nome: 'name',
};

function kindOf(text: string): Kind | undefined {
  const plain = text.trim().toLowerCase();
  return KINDS.find((kind) => kind === plain) ?? WORDS[plain];
}

const UNKNOWN: Readonly<Record<Locale, (what: string) => string>> = {
  it: (what) => `"${what}" non si può aggiungere: iniziativa, alias, documento o nome.`,
  en: (what) => `"${what}" cannot be added: initiative, alias, document or name.`,
};

function textsIn(options: Readonly<Record<string, string | boolean | undefined>>) {
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

type Lines = { readonly answer: (prompt: string) => Promise<string | null>; readonly close: () => void };
const NOBODY: Lines = { answer: async () => null, close: () => undefined };

/** Lines of standard input, one an answer; a terminal is prompted for each. */
function askedFor(): Lines {
  const { stdin: input, stdout } = process;
  const terminal = input.isTTY === true;
  const reader = createInterface({ input, ...(terminal ? { output: stdout } : {}) });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async answer(prompt) {
      if (terminal) {
        reader.setPrompt(prompt);
        reader.prompt();
      }
      const { done, value } = await lines.next();
      return done ? null : value;
    },
    close: () => reader.close(),
  };
}
