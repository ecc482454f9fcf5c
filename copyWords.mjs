import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The question reader's word files, put beside the compiled code, where the compiler does not put them:
 * `node copyWords.mjs dist`. Only what differs is written, each file whole, for programs that start meanwhile.
 */
const FOLDER = 'src/question/words';
const [out = 'dist'] = process.argv.slice(2);
const target = `${out}/${FOLDER}`;

const wordsIn = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.txt')) : [];

const words = wordsIn(FOLDER);
if (words.length === 0) throw new Error(`no words in ${FOLDER}`);
for (const file of words) {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const copy = `${target}/${file}`;
  if (existsSync(copy) && readFileSync(copy, 'utf8') === text) continue;
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(`${copy}.${process.pid}`, text);
  renameSync(`${copy}.${process.pid}`, copy);
}
for (const file of wordsIn(target)) if (!words.includes(file)) rmSync(`${target}/${file}`, { force: true });
