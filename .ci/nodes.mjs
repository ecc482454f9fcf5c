import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { argv, env, exit, platform, version } from 'node:process';
import { parse } from 'yaml';

/**
 * The supported lines of Node other than this one, each as npm brings it.
 * `node .ci/nodes.mjs tests` runs the quick tests on them, `node .ci/nodes.mjs smoke` lets the built program answer.
 */
const { matrix } = parse(readFileSync('.github/workflows/check.yml', 'utf8')).jobs.check.strategy;
const lines = matrix.node.filter((line) => !version.startsWith(`v${line}.`));

const CLI = 'dist/src/bin/cli.js';
const MODES = { tests: runTests, smoke: letAnswer };

const mode = MODES[argv[2]];
if (!mode) {
  console.error('Usage: node .ci/nodes.mjs tests|smoke');
  exit(2);
}
const programs = new Map();
for (const line of lines) {
  programs.set(line, await programOf(line));
  console.log(`Node ${(await outputOf(line, ['--version'])).trim()}:`);
  await mode(line);
}

/** Where npx keeps the program of a line. */
async function programOf(line) {
  const args = ['--yes', '--package', `node@${line}`, 'node', '-p', 'process.execPath'];
  const npx = spawn('npx', args, { stdio: ['ignore', 'pipe', 'inherit'], shell: platform === 'win32' });
  const end = ended(npx);
  let path = '';
  for await (const chunk of npx.stdout) path += chunk;
  await end;
  return path.trim();
}

async function runTests(line) {
  await ended(start(line, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'quick'], 'inherit'));
}

async function letAnswer(line) {
  const questions = [
    ['certificato asse 2', 'it'],
    ['what is certified on axis 2?', 'en'],
  ];
  for (const [question, locale] of questions) {
    const { outcome, text } = JSON.parse(
      await outputOf(line, [CLI, 'ask', '--json', '--locale', locale, question]),
    );
    if (outcome !== 'answer') throw new Error(`${question}: ${outcome}`);
    console.log(`  ${question} → ${text.split('\n')[0]}`);
  }
  await serves(line);
}

/** The server becomes ready, and ends when it is told to. */
async function serves(line) {
  const { publicKey } = generateKeyPairSync('ed25519');
  const DISCORD_PUBLIC_KEY = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const server = start(line, [CLI, 'serve'], ['ignore', 'pipe', 'inherit'], {
    DISCORD_PUBLIC_KEY,
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  const end = ended(server);
  let said = '';
  for await (const chunk of server.stdout) {
    said += chunk;
    const [url] = /http:\/\/[\d.:]+/.exec(said) ?? [];
    if (url === undefined) continue;
    const response = await fetch(`${url}/readyz`);
    if (!response.ok) throw new Error(`${url}/readyz: ${response.status}`);
    console.log(`  serve → ready`);
    server.kill('SIGTERM');
    break;
  }
  await end;
}

/** Its own program, and not npx, so that a signal reaches it. */
function start(line, args, stdio, more = {}) {
  return spawn(programs.get(line), args, { stdio, env: { ...env, ...more } });
}

async function outputOf(line, args) {
  const child = start(line, args, ['ignore', 'pipe', 'inherit']);
  const end = ended(child);
  let output = '';
  for await (const chunk of child.stdout) output += chunk;
  await end;
  return output;
}

async function ended(child) {
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${status}`);
}
