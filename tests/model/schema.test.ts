import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/load/read.ts';
import { schemasFor } from '../../src/maintenance/form/editorSchemas.ts';
import { PUBLISHED_MEASURES } from '../../src/model/measures.ts';
import { DATA, figure, PROGRAMME, readFiles, SNAPSHOT } from '../check/copy.ts';

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
ajv.addVocabulary(['enumDescriptions']);
const files = await readFiles(DATA);
const { programme, snapshot } = structuredClone(files);
const schemas = schemasFor((await readFolder(DATA)).files) ?? {};

describe('data/schema', () => {
  it.each(Object.entries(schemas))('%s is what `npm run schema` writes', async (name, text) => {
    expect(await readFile(join(DATA, 'schema', name), 'utf8')).toBe(text);
  });

  it.each([
    [PROGRAMME, 'programme.schema.json', programme],
    [SNAPSHOT, 'snapshot.schema.json', snapshot],
  ])('%s names its schema and fits it', async (file, name, content) => {
    expect(join(DATA, file, '..', content.$schema ?? '')).toBe(join(DATA, 'schema', name));
    const validate = ajv.compile(JSON.parse(schemas[name] ?? ''));
    expect(validate(content), JSON.stringify(validate.errors)).toBe(true);
  });

  it('lets an editor see a mistake while it is made', () => {
    const validate = ajv.compile(JSON.parse(schemas['snapshot.schema.json'] ?? ''));
    Object.assign(figure({ programme, snapshot }, 'axis-1', 'paid'), { unit: 'mln' });
    expect(validate(snapshot)).toBe(false);
  });

  it('lets an editor complete what there is to choose from, and say what each means', () => {
    const { properties, $defs } = JSON.parse(schemas['snapshot.schema.json'] ?? '');
    const row = properties.sources.items.properties.figures.items.properties;
    expect(row.subject.anyOf[0].$ref).toBe('#/$defs/subject');
    const offered = (choices: { enum: string[]; enumDescriptions: string[] }) =>
      choices.enum.map((value, at) => [value, choices.enumDescriptions[at]]);
    expect(offered($defs.subject)).toContainEqual(['axis-2', 'Asse II – Inclusione sociale']);
    expect(offered($defs.document)).toContainEqual(['slides-2020', expect.stringContaining('(slide)')]);
    expect(offered(row.measure)).toContainEqual(['certified', 'spesa certificata']);
    expect(row.measure.enum).toEqual([...PUBLISHED_MEASURES]);
    expect(offered($defs.note).map(([key]) => key)).toEqual(
      expect.arrayContaining(Object.keys(snapshot.notes)),
    );
    for (const [key, property] of Object.entries<{ description?: string }>(row))
      expect([key, property.description]).toEqual([key, expect.any(String)]);
  });

  it('lets an id be written before its record, and a comment in every record', () => {
    const { programme, snapshot } = structuredClone(files);
    Object.assign(figure({ programme, snapshot }, 'axis-1', 'paid'), {
      subject: 'new-thing',
      comment: 'da vedere',
    });
    Object.assign(snapshot, { comment: ['una', 'due'] });
    const validate = ajv.compile(JSON.parse(schemas['snapshot.schema.json'] ?? ''));
    expect(validate(snapshot), JSON.stringify(validate.errors)).toBe(true);
    Object.assign(figure({ programme, snapshot }, 'axis-2', 'paid'), { subject: 'New thing' });
    expect(validate(snapshot)).toBe(false);
  });
});
