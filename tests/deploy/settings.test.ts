import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { expect, it } from 'vitest';
import { asList, asObject, at, DEPLOY, documentsIn, filesIn, objectsIn } from './documents.ts';

const known = Object.keys(parse(readFileSync('.env.example', 'utf8')));

/** The names of variables that a file of deploy sets, by the file. */
function variablesIn(file: string): readonly string[] {
  if (file.endsWith('.service')) {
    const lines = [...readFileSync(file, 'utf8').matchAll(/^Environment=(.+)$/gm)];
    return lines.flatMap(([, set = '']) => set.split(' ').map((each) => each.split('=')[0] ?? ''));
  }
  if (!file.endsWith('.yaml')) return [];
  return documentsIn(file).flatMap((document) => [
    ...objectsIn(document).flatMap(({ environment, env }) => [
      ...Object.keys(asObject(environment)),
      ...asList(env).map((each) => String(at(each, 'name'))),
    ]),
    ...(document.kind === 'ConfigMap' ? Object.keys(asObject(document.data)) : []),
  ]);
}

it('the files of deploy set only variables that the bot reads', () => {
  const set = filesIn(DEPLOY).flatMap((file) => variablesIn(file).map((name) => `${name} in ${file}`));
  expect(set.length).toBeGreaterThan(10);
  const read = new Set([...known, 'NODE_ENV']);
  expect(set.filter((each) => !read.has(each.split(' ')[0] ?? ''))).toEqual([]);
});

it('the unit keeps the data where systemd lets it write', () => {
  const unit = readFileSync(join(DEPLOY, 'por-fse-bot.service'), 'utf8');
  const folder = /^StateDirectory=(.+)$/m.exec(unit)?.[1];
  expect(unit).toMatch(new RegExp(`DATA_DIR=/var/lib/${folder}/`));
});
