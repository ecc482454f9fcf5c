import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEPLOY, documentsIn, filesIn, type PlainObject } from './documents.ts';

/** Inside the project, where the compiler finds the types of Kubernetes' objects. */
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp('node_modules/.fields-');
});
afterAll(() => rm(dir, { recursive: true }));

/** An object as TypeScript that compiles where every field of it is one that Kubernetes has. */
function typed(object: PlainObject, index: number): string {
  const type = `I${object.kind}`;
  const from = `kubernetes-models/${object.apiVersion}/${object.kind}`;
  return `import type { ${type} as T${index} } from '${from}';\nexport const o${index}: T${index} = ${JSON.stringify(object)};\n`;
}

async function complaints(objects: readonly PlainObject[]): Promise<string> {
  const file = join(dir, 'objects.ts');
  await writeFile(file, objects.map(typed).join(''));
  const options =
    '--noEmit --strict --skipLibCheck --ignoreConfig --module nodenext --target es2023 --types node';
  const args = ['node_modules/typescript/bin/tsc', ...options.split(' '), relative('.', file)];
  return promisify(execFile)(process.execPath, args).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );
}

const objects = filesIn(join(DEPLOY, 'kubernetes'))
  .filter((file) => !file.endsWith('kustomization.yaml'))
  .flatMap(documentsIn);

it('no manifest has a field that Kubernetes does not know, which its schemas let pass', async () => {
  expect(objects.length).toBeGreaterThan(10);
  expect(await complaints(objects)).toBe('');
});

it('a field that is misspelt would be found', async () => {
  const wrong: readonly PlainObject[] = JSON.parse(
    JSON.stringify(objects).replace('"periodSeconds"', '"periodSecond"'),
  );
  expect(await complaints(wrong)).toContain(`'"periodSecond"' does not exist in type 'IProbe'`);
});
