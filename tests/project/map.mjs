import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * The rooms of the house and what each imports, held against the table in walls.txt.
 * `node tests/project/map.mjs` names every import that the table does not allow, and ends with 1 where there is one;
 * `--draw` prints the map that docs/architecture.md shows.
 */

const TABLE = fileURLToPath(new URL('walls.txt', import.meta.url));
/** Types count: what only names a type of a room still has to know that room. */
const IMPORT =
  /^(?:import|export)\b[^;'"]*?\bfrom\s*'([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;
/** What every room may import, and what every room from the second on. */
const OPEN = ['model', 'locale'];

export function tableIn(text) {
  const lines = text.split('\n').filter((line) => line.includes('|') && !line.startsWith('#'));
  const rows = lines.slice(1).map((line) => line.split('|').map((cell) => cell.trim()));
  const names = rows.map(([room]) => room);
  return rows.map(([room, rooms, packages]) => ({
    room,
    rooms: wordsOf(rooms).flatMap((name) =>
      name.endsWith('/*')
        ? names.filter((each) => each !== room && each.startsWith(name.slice(0, -1)))
        : [name],
    ),
    packages: wordsOf(packages),
  }));
}

const wordsOf = (cell) => cell.split(/\s+/).filter(Boolean);

/** `{ file, lines, imports }` of every file, its imports as paths from the root or as names of packages. */
export function filesIn(root) {
  return ['src', 'commands'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => fileAt(root, `${folder}/${file.replaceAll('\\', '/')}`)),
  );
}

function fileAt(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  const imports = [...text.matchAll(IMPORT)].map(([, from, bare, called]) => from ?? bare ?? called);
  const whole = (path) =>
    path.startsWith('.')
      ? normalize(join(dirname(file), path))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts')
      : path;
  return { file, lines: text.split('\n').length - 1, imports: imports.map(whole) };
}

/** The room of a file by the table's longest row that fits; undefined where none does. */
function roomOf(table, file) {
  const path = file.replace(/^src\//, '');
  return table
    .map(({ room }) => room)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** What the table does not allow, a line each; empty where every wall holds. */
export function brokenWalls(table, files) {
  const order = table.map(({ room }) => room);
  const climbing = table.flatMap(({ room, rooms }) =>
    rooms
      .filter((each) => !order.slice(0, order.indexOf(room)).includes(each))
      .map((each) => `walls.txt: ${room} may not import ${each}, which does not stand above it`),
  );
  return [...climbing, ...files.flatMap((each) => brokenBy(table, each))];
}

function brokenBy(table, { file, imports }) {
  const room = roomOf(table, file);
  const row = table.find((each) => each.room === room);
  if (!row) return [`${file} stands in no room: walls.txt names its folder nowhere`];
  const at = table.indexOf(row);
  const open = [
    room,
    ...row.rooms,
    ...OPEN.filter((name) => table.findIndex((each) => each.room === name) < at),
  ];
  return imports.flatMap((target) => {
    if (!/^(?:src|commands)\//.test(target)) {
      const name = target.startsWith('node:') ? 'node' : packageOf(target);
      return row.packages.includes(name) ? [] : [`${file}: ${room} may not use ${target}`];
    }
    const other = roomOf(table, target);
    return open.includes(other) ? [] : [`${file}: ${room} may not import ${target}`];
  });
}

const packageOf = (name) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** Rooms as folders: their files, lines, and the rooms that they import. */
export function roomsOf(table, files) {
  const top = (file) => roomOf(table, file)?.split('/')[0];
  const names = [...new Set(table.map(({ room }) => room.split('/')[0]))];
  return names.map((room) => {
    const own = files.filter(({ file }) => top(file) === room);
    const others = own.flatMap(({ imports }) =>
      imports.filter((each) => /^(?:src|commands)\//.test(each)).map(top),
    );
    return {
      room,
      files: own.length,
      lines: own.reduce((sum, { lines }) => sum + lines, 0),
      imports: names.filter((name) => name !== room && others.includes(name)),
    };
  });
}

/** The map as Mermaid: only arrows that no longer way says already, and none to what is open to every room. */
export function drawn(rooms) {
  const direct = new Map(
    rooms.map(({ room, imports }) => [room, imports.filter((name) => !OPEN.includes(name))]),
  );
  const reach = (room) => new Set((direct.get(room) ?? []).flatMap((next) => [next, ...reach(next)]));
  const arrows = [...direct].flatMap(([room, imports]) =>
    imports
      .filter((name) => !imports.some((other) => other !== name && reach(other).has(name)))
      .map((name) => `  ${room} --> ${name}`),
  );
  const alone = rooms.filter(({ room }) => OPEN.includes(room)).map(({ room }) => `  ${room}`);
  return ['```mermaid', 'flowchart TD', ...alone, ...arrows, '```'].join('\n');
}

function main() {
  const table = tableIn(readFileSync(TABLE, 'utf8'));
  const files = filesIn('.');
  const broken = brokenWalls(table, files);
  const rooms = roomsOf(table, files);
  if (argv.includes('--draw')) stdout.write(`${drawn(rooms)}\n`);
  if (argv.includes('--rooms')) for (const each of rooms) stdout.write(`${counted(each, rooms)}\n`);
  for (const line of broken) stderr.write(`${line}\n`);
  exit(broken.length > 0 ? 1 : 0);
}

function counted({ room, files, lines, imports }, rooms) {
  const all = rooms.reduce((sum, each) => sum + each.lines, 0);
  const share = `${((100 * lines) / all).toFixed(1)} %`;
  return [
    room.padEnd(12),
    `${files}`.padStart(4),
    `${lines}`.padStart(6),
    share.padStart(7),
    imports.join(' '),
  ].join('  ');
}

if (argv[1] === fileURLToPath(import.meta.url)) main();
