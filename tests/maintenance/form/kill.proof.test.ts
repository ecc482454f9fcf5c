import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readState } from '../../../src/load/pending.ts';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { withCopy } from '../../check/copy.ts';
import { compile, runCode, until } from '../../live/compiled.ts';
import { renamed, rewritten, SNAPSHOT, versionIn } from '../store/folder.ts';

beforeAll(compile);

/** Writes two files back and forth, with the lock, for as long as it lives. */
const WRITING = `
  import { write } from 'COMPILED/maintenance/form/edit.js';
  import { openStore } from 'COMPILED/maintenance/store/store.js';
  import { readFileSync } from 'node:fs';
  const [dir, sides] = process.argv.slice(2);
  const texts = JSON.parse(readFileSync(sides, 'utf8'));
  const done = await openStore(dir).alone(async () => {
    for (let turn = 0; ; turn += 1) {
      await write(dir, texts[turn % 2]);
      if (turn === 1) console.log('writing');
    }
  });
  throw new Error(JSON.stringify(done));
`;

it('leaves both files as they were or both as they were to become, whenever it is killed', async () => {
  await withCopy(async (dir) => {
    const [programme, snapshot] = [
      await renamed(dir, 'bis'),
      await rewritten(dir, SNAPSHOT, (text) => `${text}\n`),
    ];
    const before = [
      await rewritten(dir, programme.file, (text) => `${text} `),
      await rewritten(dir, snapshot.file, (text) => `${text} `),
    ];
    const sides = [before, [programme, snapshot]];
    const versions: string[] = [];
    for (const files of sides) {
      const applied = await openStore(dir).apply({ files }, { by: 'anna', at: new Date() });
      if (!applied.ok) throw new Error(JSON.stringify(applied));
      versions.push(applied.entry.to);
    }
    const given = join(dir, 'sides.json');
    const texts = sides.map((files) =>
      files.map(({ file, bytes }) => ({ file, text: Buffer.from(bytes).toString() })),
    );
    await writeFile(given, JSON.stringify(texts));
    let interrupted = 0;
    for (let kill = 0; kill < 40; kill += 1) {
      const { child, said, ended } = await runCode('writing', WRITING, [dir, given]);
      await until(() => said.out !== '' || child.exitCode !== null);
      expect(said.err).toBe('');
      // Spread over the writing of both.
      await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 30));
      child.kill('SIGKILL');
      await ended;
      expect(versions).toContain(await versionIn(dir));
      if ((await readState(dir)).pending) interrupted += 1;
      // A dead one's lock goes stale after five seconds; that it does is another test's matter.
      await rm(join(dir, '.history/lock'), { recursive: true, force: true });
    }
    expect(interrupted).toBeGreaterThan(0);
    await openStore(dir).recover();
    await rm(join(dir, '.history/state.json'));
    expect(versions).toContain(await versionIn(dir));
  });
}, 240_000);
