import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/programme/json-schema.ts';
import { DATA, figure, PROGRAMME, readFiles, SNAPSHOT } from './copy.ts';

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const { programme, snapshot } = await readFiles(DATA);

describe('data/schema', () => {
  it.each(Object.entries(jsonSchemas()))('%s is what `npm run schema` writes', async (name, text) => {
    expect(await readFile(join(DATA, 'schema', name), 'utf8')).toBe(text);
  });

  it.each([
    [PROGRAMME, 'programme.schema.json', programme],
    [SNAPSHOT, 'snapshot.schema.json', snapshot],
  ])('%s names its schema and fits it', async (file, name, content) => {
    expect(join(DATA, file, '..', content.$schema ?? '')).toBe(join(DATA, 'schema', name));
    const validate = ajv.compile(JSON.parse(jsonSchemas()[name] ?? ''));
    expect(validate(content), JSON.stringify(validate.errors)).toBe(true);
  });

  it('lets an editor see a mistake while it is made', () => {
    const validate = ajv.compile(JSON.parse(jsonSchemas()['snapshot.schema.json'] ?? ''));
    Object.assign(figure({ programme, snapshot }, 'axis-1', 'paid'), { unit: 'mln' });
    expect(validate(snapshot)).toBe(false);
  });
});
