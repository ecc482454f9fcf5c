import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { brokenWalls, filesIn, roomsOf, tableIn } from './map.mjs';

const text = readFileSync(new URL('walls.txt', import.meta.url), 'utf8');
const table = tableIn(text);
const files = filesIn('.');

it('every import goes down: no room knows one that stands on it', () => {
  expect(brokenWalls(table, files)).toEqual([]);
});

it('the table is short, and names no room that is empty', () => {
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  const rooms = roomsOf(table, files);
  expect(rooms.filter(({ files }) => files === 0)).toEqual([]);
  expect(rooms.length).toBeGreaterThan(15);
});

it('what a room may import, it does import', () => {
  const used = new Map(roomsOf(table, files).map(({ room, imports }) => [room, imports]));
  const unused = table.flatMap(({ room, rooms }) => {
    const own = used.get(room);
    return own === undefined ? [] : rooms.filter((each) => !each.includes('/') && !own.includes(each));
  });
  expect(unused).toEqual([]);
});

describe('a wall that is broken is told', () => {
  const root = mkdtempSync(join(tmpdir(), 'walls-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const written = (file: string, line: string) => {
    rmSync(join(root, 'src'), { recursive: true, force: true });
    mkdirSync(join(root, 'commands'), { recursive: true });
    mkdirSync(dirname(join(root, file)), { recursive: true });
    mkdirSync(join(root, 'src'), { recursive: true });
    writeFileSync(join(root, file), `${line}\n`);
    const broken = brokenWalls(table, filesIn(root));
    rmSync(join(root, file));
    return broken;
  };

  test.each([
    ['an arrow back up', 'src/cards/new.ts', "import { ask } from '../desk/ask.ts';"],
    ['a type alone', 'src/question/new.ts', "import type { Desk } from '../desk/desk.ts';"],
    ['several lines', 'src/model/new.ts', "import {\n  ask,\n} from '../desk/ask.ts';"],
    ['handed on', 'src/model/new.ts', "export { ask } from '../desk/ask.ts';"],
    ['when it is needed', 'src/load/new.ts', "const { ask } = await import('../desk/ask.ts');"],
    ['a package of another room', 'src/desk/new.ts', "import Fuse from 'fuse.js';"],
    ['files in a room that reads none', 'src/figures/new.ts', "import { readFileSync } from 'node:fs';"],
    ['one command from another', 'src/render/new.ts', "import axis from '../../commands/axis.ts';"],
    [
      'a lower part of the reader from a higher one',
      'src/question/hear/new.ts',
      "import '../../reading/judge/best.ts';",
    ],
    ['a room that the table does not have', 'src/utils/new.ts', 'export const x = 1;'],
  ])('%s', (_, file, line) => {
    expect(written(file, line)).toHaveLength(1);
    expect(written(file, line)[0]).toContain(file);
  });

  it('and one that holds is not', () => {
    expect(written('src/desk/new.ts', "import { lookup } from '../figures/lookup.ts';")).toEqual([]);
  });

  it('a table in which a room stands on one above it is refused', () => {
    const climbing = tableIn(text.replace(/^(figures +\|)/m, '$1 desk'));
    expect(brokenWalls(climbing, [])).toEqual([
      'walls.txt: figures may not import desk, which does not stand above it',
    ]);
  });
});
