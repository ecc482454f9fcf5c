import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { asList, asObject, at, documentIn, objectsIn, type Plain } from './documents.ts';

const job = at(documentIn('.github/workflows/check.yml'), 'jobs', 'check');
const lines = asList(at(job, 'strategy', 'matrix', 'node')).map(Number);
const bot = JSON.parse(readFileSync('renovate.json', 'utf8')) as Plain;
const ofImage = Number(/^FROM node:(\d+)/m.exec(readFileSync('Dockerfile', 'utf8'))?.[1]);

it('everything is checked on each line of Node from the oldest that is supported to that of the image', () => {
  const oldest = Number(/>=(\d+)/.exec(about.engines.node)?.[1]);
  const every = Array.from({ length: (ofImage - oldest) / 2 + 1 }, (_, at) => oldest + 2 * at);
  expect(lines).toEqual(every);
  const steps = asList(at(job, 'steps'));
  expect(steps.map((step) => at(step, 'with', 'node-version'))).toContain(`\${{ matrix.node }}`);
  expect(steps.map((step) => at(step, 'run'))).toContain('bash .ci/run');
});

it('the types are those of the oldest line', () => {
  expect(about.devDependencies['@types/node'].split('.')[0]).toBe(String(lines[0]));
});

it('actions are named by their full version, or by a digest that the update bot keeps', () => {
  const used = objectsIn(job).flatMap(({ uses }) => (uses === undefined ? [] : [String(uses)]));
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) expect(action).toMatch(/@(v\d+\.\d+\.\d+|[0-9a-f]{40})$/);
});

it('the update bot pins digests, and keeps the image and the types on their lines of Node', () => {
  expect(at(bot, 'extends')).toEqual(
    expect.arrayContaining(['docker:pinDigests', 'helpers:pinGitHubActionDigests']),
  );
  const rules = asList(at(bot, 'packageRules')).map(asObject);
  const lineOf = (name: string) =>
    rules.find(({ matchPackageNames: names }) => asList(names).includes(name))?.allowedVersions;
  expect(lineOf('node')).toBe(`/^${ofImage}\\./`);
  expect(lineOf('@types/node')).toBe(`/^${lines[0]}\\./`);
});
