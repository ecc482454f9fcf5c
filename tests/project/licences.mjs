import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * The licences of what is shipped: the packages that the program reads, and those that it and its pages are made with.
 * `node tests/project/licences.mjs --write` writes THIRD-PARTY.txt; a test compares it.
 */
export const FILE = 'THIRD-PARTY.txt';

/** Licences that ask for no more than their text. */
export const PERMISSIVE = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Apache-2.0',
  'Unlicense',
  'OFL-1.1',
];

/** Others, each with what lets it be shipped. */
export const OTHERS = {
  'MPL-2.0': 'shipped unchanged; its source is at the address given, as the licence asks',
};

const SOURCES = ['src', 'commands'];

/** Every package that is shipped, by name and version. */
export function shipped(root = '.') {
  const { packages } = json(join(root, 'package-lock.json'));
  const { '': project } = packages;
  const paths = new Set();
  const visit = (from, names) => {
    for (const name of names) {
      const path = resolved(packages, from, name);
      if (path === undefined || paths.has(path)) continue;
      paths.add(path);
      visit(path, needed(packages[path]));
    }
  };
  visit('', Object.keys(project.dependencies));
  visit('', within(root, Object.keys(project.devDependencies)));
  return [...paths]
    .map((path) => describe(join(root, path)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ id }, at, all) => id !== all[at - 1]?.id);
}

const needed = ({ dependencies, optionalDependencies }) =>
  Object.keys({ ...dependencies, ...optionalDependencies });

/** Where Node finds a package for the one at `from`. */
function resolved(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = join(folder, 'node_modules', name);
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}

/** The packages that a source imports, and that the program or a page so holds, among those that only a build needs. */
function within(root, names) {
  const texts = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((file) => /\.(ts|css|html)$/.test(file) && basename(file) !== 'vite.config.ts')
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  return names.filter((name) => texts.some((text) => text.includes(`'${name}`)));
}

function describe(path) {
  const { name, version, license, repository, homepage } = json(join(path, 'package.json'));
  const source = typeof repository === 'string' ? repository : (repository?.url ?? homepage);
  const files = readdirSync(path).filter((file) => /^(licen[cs]e|copying|notice|ofl)\b/i.test(file));
  const texts = files
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return { id: `${name} ${version}`, license, source: String(source ?? '').replace(/^git\+/, ''), texts };
}

/** What THIRD-PARTY.txt says; a text that several packages have is there once. */
export function listed(packages) {
  const byText = new Map();
  for (const each of packages) {
    const text = [`Licence: ${each.license}`, ...(each.texts.length > 0 ? each.texts : [termsOf(each)])].join(
      '\n\n',
    );
    byText.set(text, [...(byText.get(text) ?? []), [each.id, each.source].filter(Boolean).join(' · ')]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n${text}`);
  return `${[HEAD, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

const termsOf = ({ license }) =>
  `The package holds no text; the terms are those of https://spdx.org/licenses/${license}.html`;

const HEAD = `The licences of what is shipped with por-fse-bot, whose own licence is in the file LICENSE.
Written by npm run licences.`;

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

if (argv[1] === fileURLToPath(import.meta.url)) {
  const text = listed(shipped());
  if (argv.includes('--write')) writeFileSync(FILE, text);
  else console.log(text);
}
