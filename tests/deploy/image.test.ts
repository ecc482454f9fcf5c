import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationSeverity, validate } from 'dockerfile-utils';
import { expect, it } from 'vitest';
import { asObject, at, DEPLOY, documentIn } from './documents.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const instructions = dockerfile
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const all = (name: string) => instructions.filter((line) => line.startsWith(`${name} `));

it('the Dockerfile is one without a fault', () => {
  expect(validate(dockerfile, { instructionWorkdirRelative: ValidationSeverity.ERROR })).toEqual([]);
});

it('every stage stands on one supported Node, named by its full version and Debian release', () => {
  const [base, ...stages] = all('FROM');
  expect(base).toMatch(/^FROM node:24\.\d+\.\d+-[a-z]+-slim(@sha256:[0-9a-f]{64})? AS node$/);
  expect(stages.map((line) => line.split(' ')[1])).toEqual(['node', 'node', 'node']);
});

it('the image runs as a user whom Kubernetes can tell not to be root', () => {
  expect(all('USER').at(-1)).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
});

it('the image looks at its own health by a program that is in it, of which compose.yaml makes use', () => {
  const [check = ''] = all('HEALTHCHECK');
  const [, program = ''] = /CMD \["node", "dist\/(\S+)\.js"\]$/.exec(check) ?? [];
  expect(existsSync(`${program}.ts`)).toBe(true);
  const { bot } = asObject(documentIn(join(DEPLOY, 'compose.yaml')).services);
  expect(at(bot, 'build', 'context')).toBe('..');
  expect(at(bot, 'healthcheck')).toBeUndefined();
});

it('what is copied from the project exists, and .dockerignore lets it in', () => {
  const [everything, ...exceptions] = readFileSync('.dockerignore', 'utf8').trim().split('\n');
  expect(everything).toBe('**');
  const allowed = exceptions.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const copied = all('COPY')
    .filter((line) => !line.includes('--from='))
    .flatMap((line) => line.split(/\s+/).slice(1, -1))
    .filter((name) => !name.startsWith('--') && name !== '.');
  expect(copied.length).toBeGreaterThan(4);
  expect(copied.filter((name) => !existsSync(name) || !allowed.includes(name))).toEqual([]);
  expect(allowed.filter((name) => !existsSync(name))).toEqual([]);
});
