import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { asList, asObject, at, DEPLOY, documentsIn, filesIn, objectsIn } from './documents.ts';

const known = Object.keys(parse(readFileSync('.env.example', 'utf8')));

/** The names of variables that a file of deploy sets, by the file. */
function variablesIn(file: string): readonly string[] {
  if (file.endsWith('.service')) {
    const lines = [
      ...readFileSync(file, 'utf8').matchAll(/^(?:Environment=|ExecStart=\/usr\/bin\/env )(.+)$/gm),
    ];
    return lines.flatMap(([, set = '']) => [...set.matchAll(/(?:^| )(\w+)=/g)].map(([, name = '']) => name));
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
  const read = new Set([...known, 'NODE_ENV', 'NODE_OPTIONS']);
  expect(set.filter((each) => !read.has(each.split(' ')[0] ?? ''))).toEqual([]);
});

describe('the unit', () => {
  const unit = readFileSync(join(DEPLOY, 'por-fse-bot.service'), 'utf8');
  const [, start = ''] = /^ExecStart=(.+)$/m.exec(unit) ?? [];

  it('keeps the data where systemd lets it write', () => {
    const folder = /^StateDirectory=(.+)$/m.exec(unit)?.[1];
    expect(start).toContain(` DATA_DIR=%S/${folder}/`);
  });

  it('sets DATA_DIR where no line of its file of settings takes it back', () => {
    expect(unit).toMatch(/^EnvironmentFile=/m);
    const file = parse(readFileSync('.env.example', 'utf8'));
    expect(file.DATA_DIR).toBe('data');
    // systemd reads the file last, and runs the command after that.
    const words = start.replace('/usr/bin/node', process.execPath).replaceAll('%S', '/state').split(' ');
    const [program = '', ...args] = [...words.slice(0, -1), '-p', 'process.env.DATA_DIR'];
    const said = execFileSync(program, args, { env: { ...file }, encoding: 'utf8' });
    expect(said).toBe('/state/por-fse-bot/data\n');
    // What the file says beside the command cannot differ from it in silence.
    const before = [...unit.matchAll(/^Environment=(.+)$/gm)].map(([, set = '']) => set);
    expect(before.flatMap((set) => Object.keys(file).filter((name) => set.includes(`${name}=`)))).toEqual([]);
  });
});
