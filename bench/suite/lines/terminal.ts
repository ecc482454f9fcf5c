import { existsSync } from 'node:fs';
import { atMost, type Group, type Head } from '../line.ts';
import { median } from '../numbers.ts';
import { run } from '../programs.ts';
import { inTurn } from '../rounds.ts';

const QUESTION = 'quanto ha certificato l’asse II?';
const PARSE = 'JSON.parse(require("node:fs").readFileSync("data/programme.json", "utf8"))';
const FIRST: Head = {
  id: 'terminal',
  what: 'a question on the terminal, the whole process | node -e that parses data/programme.json',
  unit: 'ms',
  budget: atMost(3),
};
const NPM: Head = {
  id: 'terminal.npm',
  what: 'the same by npm run ask | node -e that parses data/programme.json',
  unit: 'ms',
  budget: null,
};

/** The entry of its own, where the build has one. */
const ENTRY = 'dist/src/bin/ask.js';
const ask = (): readonly string[] => (existsSync(ENTRY) ? [ENTRY] : ['dist/src/bin/cli.js', 'ask']);
/** Processes of a round, of which the median counts. */
const EACH = 5;

export const terminal: Group = {
  name: 'terminal',
  heads: [FIRST, NPM],
  async measure({ rounds, short }) {
    const each = short ? 1 : EACH;
    const baseline = () => run(process.execPath, ['-e', PARSE]);
    const direct = () => answered(process.execPath, [...ask(), QUESTION]);
    const npm = () => answered('npm', ['run', '-s', 'ask', '--', QUESTION]);
    const beside = (product: typeof npm) =>
      inTurn(rounds, (side) => typical(side === 'product' ? product : baseline, each));
    if (!short) await Promise.all([direct(), baseline(), npm()]);
    return [
      { ...FIRST, ...(await beside(direct)), note: `node ${ask().join(' ')}` },
      { ...NPM, ...(await beside(npm)) },
    ];
  },
};

async function answered(program: string, args: readonly string[]) {
  const ended = await run(program, args);
  if (!ended.text.includes('€')) throw new Error(`no figure in the answer: ${ended.text.slice(0, 100)}`);
  return ended;
}

async function typical(program: () => Promise<{ readonly ms: number }>, count: number): Promise<number> {
  const times: number[] = [];
  for (let done = 0; done < count; done += 1) times.push((await program()).ms);
  return median(times);
}
