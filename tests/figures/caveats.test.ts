import { describe, expect, it } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { toText } from '../../src/render/text.ts';
import { byId, type Files, loadSpoilt } from '../check/copy.ts';

const catalogue = await loadCatalogue();
const CAVEAT = { it: 'Manca una parte degli impegni.', en: 'Part of the commitments is missing.' };

/** What is answered where one of two documents prints a caveat, and either comes first. */
async function said(of: string, first: string, question: string): Promise<string> {
  const loaded = await loadSpoilt(({ snapshot }: Files) => {
    snapshot.notes.caveat = CAVEAT;
    const source = snapshot.sources.find(({ document }) => document === of);
    const row = source?.figures.find(
      ({ subject, measure }) => subject === 'axis-1' && measure === 'committed',
    );
    if (!row) throw new Error('no commitments');
    row.note = 'caveat';
    snapshot.sources.sort((a, b) => Number(b.document === first) - Number(a.document === first));
  });
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message.en).join('\n'));
  expect(byId(loaded.dataset.programme.axes, 'axis-1').number).toBe(1);
  const desk = openDesk(loaded.dataset, catalogue);
  return toText(ask(desk, { command: 'ask', options: { question }, locale: 'it' }).card);
}

describe.each(['slides-2020', 'eu-finance'])('a caveat of %s', (of) => {
  describe.each(['slides-2020', 'eu-finance'])('where %s answers first', (first) => {
    it.each(['quanto ha impegnato l’asse I?', 'che percentuale della dotazione è impegnata sull’asse I?'])(
      'is said to "%s"',
      async (question) => expect(await said(of, first, question)).toContain(CAVEAT.it),
    );
  });
});
