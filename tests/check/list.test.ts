import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES } from '../../src/check/check.ts';
import type { Rule } from '../../src/check/rule.ts';

const FOLDER = new URL('../../src/check/rules/', import.meta.url);
const ids = (rules: readonly Rule[]) => rules.map(({ id }) => id).sort();

it('the rules that are applied are those of the folder, all of them', async () => {
  const files = readdirSync(FOLDER);
  const modules: readonly Readonly<Record<string, Rule>>[] = await Promise.all(
    files.map((name) => import(new URL(name, FOLDER).href)),
  );
  expect(modules.filter((exported) => Object.keys(exported).length === 0)).toEqual([]);
  expect(ids(RULES)).toEqual(ids(modules.flatMap((exported) => Object.values(exported))));
});

it('the rules have the names by which maintainers know them', () => {
  expect([...new Set(ids(RULES))]).toEqual([
    'additions',
    'aliases',
    'amounts-in-words',
    'axis-numbers',
    'cascade',
    'completeness',
    'dates-in-words',
    'dates-of-notes',
    'excluded-amounts',
    'falls',
    'file-name',
    'formerly',
    'future-dates',
    'initiatives-gone',
    'initiatives-within-axis',
    'jumps',
    'languages',
    'measure-fits-subject',
    'measures-gone',
    'named-on-page',
    'names-to-read',
    'note-numbers',
    'one-figure',
    'page-of-axis',
    'percentages',
    'placeholders',
    'printed-form',
    'printings-agree',
    'priority-heading',
    'quote-holds-figure',
    'quote-names-indicator',
    'quote-names-initiative',
    'quote-names-measure',
    'quote-names-priority',
    'quote-says-measure',
    'rates-above-100',
    'references',
    'republished',
    'rest-agrees',
    'rest-of-axes',
    'shared-numbers',
    'small-euros',
    'source-says-so',
    'sources-agree',
    'spent-marks',
    'target-beside-value',
    'targets',
    'twice-the-allocation',
    'unclaimed-numbers',
    'unique-ids',
    'unit-as-printed',
    'unit-fits-measure',
    'unused-notes',
  ]);
});
