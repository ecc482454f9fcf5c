import { expect, it } from 'vitest';
import { parseJson } from '../../src/check/text/json.ts';
import { structure } from '../../src/check/text/structure.ts';
import { programmeSchema, snapshotSchema } from '../../src/model/schema.ts';
import { byId, DATA, type Files, figure, readFiles } from './copy.ts';

type Spoil = (files: Files) => void;

const set =
  (record: (files: Files) => object, fields: object): Spoil =>
  (files) =>
    void Object.assign(record(files), fields);
const paid = (fields: object) => set((files) => figure(files, 'axis-1', 'paid'), fields);
const siua = (fields: object) => set((files) => byId(files.programme.initiatives, 'siua'), fields);
const snapshot = (fields: object) => set((files) => files.snapshot, fields);

async function saidOf(spoil: Spoil) {
  const files = await readFiles(DATA);
  spoil(files);
  const findings = (['programme', 'snapshot'] as const).flatMap((name) => {
    // JSON has no Infinity; a number beyond its range is read as one.
    const text = JSON.stringify(files[name]).replaceAll('"1e400"', '1e400');
    const json = parseJson(text);
    if (!('value' in json)) throw new Error(text);
    const schema = name === 'programme' ? programmeSchema : snapshotSchema;
    const { value: content, placeOf } = json;
    return structure(schema, { file: name, content, placeOf, recordOf: () => null }).findings;
  });
  const [finding, ...more] = findings;
  if (!finding || more.length > 0) throw new Error(`${findings.length} findings`);
  return finding;
}

it.each<readonly [string, Spoil, string, string]>([
  [
    'a page in quotes',
    paid({ page: '6' }),
    'Qui va un numero, non un testo fra virgolette.',
    'Scrivere un numero senza virgolette, come 6.',
  ],
  [
    'a value in quotes',
    paid({ value: '109,8' }),
    'Qui va un numero, non un testo fra virgolette.',
    'Scrivere un numero senza virgolette, come 109.8.',
  ],
  [
    'words for a value',
    paid({ value: 'cinque' }),
    'Qui va un numero, non un testo fra virgolette.',
    'Scrivere un numero senza virgolette, come 109.8.',
  ],
  [
    'words for a page',
    paid({ page: 'sei' }),
    'Qui va un numero, non un testo fra virgolette.',
    'Scrivere un numero senza virgolette, come 6.',
  ],
  [
    'nothing for a value',
    paid({ value: null }),
    'Qui va un numero, non null.',
    'Scrivere un numero senza virgolette, come 109.8.',
  ],
  [
    'a number beyond all',
    paid({ value: '1e400' }),
    'Il numero è troppo grande.',
    'Scriverlo con le cifre che il documento stampa, senza "e".',
  ],
  [
    'a number beyond what there is',
    paid({ value: 2e12 }),
    'Il numero è maggiore di 1000000000000.',
    'Scrivere un numero fino a 1000000000000, e controllare l’unità.',
  ],
  ['a negative number', paid({ value: -1 }), 'Il numero è minore di 0.', 'Scrivere un numero da 0 in su.'],
  [
    'half a page',
    paid({ page: 6.5 }),
    'Qui va un numero intero, senza decimali.',
    'Scrivere un numero intero, come 6.',
  ],
  [
    'an object for a text',
    paid({ quote: {} }),
    'Qui va un testo fra virgolette, non un oggetto fra { }.',
    'Scrivere un testo fra virgolette.',
  ],
  [
    'a text for a list',
    siua({ aliases: 'SIUA' }),
    'Qui va un elenco fra [ ], non un testo fra virgolette.',
    'Scrivere un elenco fra [ ].',
  ],
  [
    'an empty alias',
    siua({ aliases: ['a', ''] }),
    'Il testo è vuoto.',
    'Scriverlo, o togliere "" dall’elenco.',
  ],
  [
    'an empty quote',
    paid({ quote: ' ' }),
    'Il testo è vuoto.',
    'Scrivere il testo di "quote"; se non c’è, e la chiave può mancare, toglierla.',
  ],
  [
    'no documents',
    snapshot({ sources: [] }),
    'L’elenco è vuoto.',
    'Scrivere almeno una voce in "sources"; se la chiave può mancare, toglierla.',
  ],
  ['a long id', siua({ id: 's'.repeat(41) }), 'Il testo ha più di 40 caratteri.', 'Abbreviarlo.'],
  [
    'an id with capitals',
    siua({ id: 'SIUA 2' }),
    '"SIUA 2" non va come id: ha solo lettere minuscole senza accenti, cifre e, fra queste, - o un punto.',
    'Scriverlo come negli altri record, per esempio "axis-2".',
  ],
  [
    'a note called otherwise',
    (files) => void Object.assign(files.snapshot.notes, { 'Nota 1': { it: 'a', en: 'b' } }),
    '"Nota 1" non va come id: ha solo lettere minuscole senza accenti, cifre e, fra queste, - o un punto.',
    'Scriverlo come negli altri record, per esempio "axis-2".',
  ],
  [
    'a day that does not exist',
    snapshot({ date: '2020-02-31' }),
    'Il giorno 2020-02-31 non esiste.',
    'Scrivere una data che esiste, come "2020-12-31".',
  ],
  [
    'the same day in Italian',
    snapshot({ date: '31.02.2020' }),
    'Il giorno 31.02.2020 non esiste.',
    'Scrivere una data che esiste, come "2020-12-31".',
  ],
  [
    'a day in Italian',
    snapshot({ date: '31/12/2020' }),
    '"31/12/2020" non è scritto come anno-mese-giorno.',
    'Scrivere "2020-12-31".',
  ],
  [
    'no day at all',
    snapshot({ date: 'ieri' }),
    '"ieri" non è una data.',
    'Scrivere una data che esiste, come "2020-12-31".',
  ],
  [
    'an unknown key',
    paid({ valeu: 1 }),
    'La chiave "valeu" qui non esiste.',
    'Correggere il nome della chiave, o toglierla: i nomi ammessi sono in data/schema/.',
  ],
  [
    'an unknown unit',
    paid({ unit: 'mln' }),
    '"mln" qui non è ammesso.',
    'Scrivere uno di: MEUR, EUR, count, percent.',
  ],
  [
    'a partial that is none',
    snapshot({ partial: false }),
    'false qui non è ammesso.',
    'Scrivere true, o togliere la chiave.',
  ],
  [
    'no unit',
    (files) => void Reflect.deleteProperty(figure(files, 'axis-1', 'paid'), 'unit'),
    'Manca una chiave.',
    'Aggiungere la chiave "unit".',
  ],
  [
    'an exception without its rule',
    snapshot({ exceptions: [{ subject: 'axis-1' }] }),
    'Manca una chiave.',
    'Aggiungere la chiave "rule".',
  ],
  [
    'an exception from no rule',
    snapshot({ exceptions: [{ rule: 'other' }] }),
    '"other" qui non è ammesso.',
    'Scrivere uno di: excluded-amount, rounding, overbooking, fall, jump, target, above-100, gone, measure-gone, number, unclaimed, shared.',
  ],
  [
    'an address that is none',
    (files) => void Object.assign(files.programme.documents[0] ?? {}, { url: 'qui' }),
    '"qui" non è un indirizzo.',
    'Scriverlo per intero, come "https://example.org/".',
  ],
])('tells %s in words that are no programmer’s', async (_, spoil, message, advice) => {
  const finding = await saidOf(spoil);
  expect([finding.message.it, finding.advice.it]).toEqual([message, advice]);
  for (const text of [finding.message.en, finding.advice.en])
    expect(text).not.toMatch(/[àèìòù’]|Scriv|chiave/);
});
