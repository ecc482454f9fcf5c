import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/**
 * What is started, threads included, each with what it needs in few files: of hundreds of modules, finding and reading
 * them took longer than all else that a start does. Packages are bundled as well; see docs/performance.md.
 */
const STARTED = [
  'src/bin/cli',
  'src/bin/start',
  'src/bin/serve',
  'src/bin/ask',
  'src/bin/healthy',
  'src/live/loaderThread',
  'src/render/chartWorker',
];
/** As deep as what is started, so that one address leads to the root from everywhere. */
const SHARED = 'src/chunks';
const OUT = 'dist';

/**
 * What is always needed together, in one file each: left alone, the bundler makes a file for each set of programs that
 * share a module, some seventy of them. What is loaded only where something is wrong, with its schemas, is in neither.
 */
const TOGETHER = [
  {
    name: 'answers',
    test: new RegExp(
      [
        '/commands/[a-z-]+\\.ts$',
        '/src/(?:locale|search|figures|question|reading|cards|terminal)/',
        '/src/model/(?!schema|json-schema|comments)',
        '/src/desk/(?!commandShape)',
        '/src/load/(?:build|historyFolder|pending|read|readBytes|sourceTexts|unreadable|version)\\.ts$',
        '/src/check/(?:found|source-text|visible)\\.ts$',
        '/src/live/(?:buildId|lastGood|ready|readyOrChecked)\\.ts$',
        '/src/start/dataset/(?:once|opened)\\.ts$',
      ].join('|'),
    ),
  },
  {
    name: 'program',
    test: /\/src\/(?:bin\/(?:print|program|script|scripts)|start\/(?:config|envFile|environment)|discord\/(?:exitStatus|gateway\/shards))\.ts$|\/node_modules\/(?:commander|dotenv|zod\/v4\/(?:mini|core))\//,
  },
];

/** Packages that other packages take where somebody installed them. */
const OPTIONAL = ['zlib-sync', 'bufferutil', 'utf-8-validate', '@discordjs/opus', '@node-rs/xxhash'];

/**
 * discord.js requires its packages, and the product imports them: these have a form for each, and both would be in the
 * program, with all that they need in turn.
 */
const ONCE = {
  '@discordjs/rest': resolve('node_modules/@discordjs/rest/dist/index.js'),
  'discord-api-types/v10': resolve('node_modules/discord-api-types/v10.js'),
};

export default {
  input: Object.fromEntries(STARTED.filter(isThere).map((name) => [name, `${name}.ts`])),
  platform: 'node',
  external: OPTIONAL,
  plugins: [commandsWithin(), addressesOfSources(), withoutLeftovers()],
  resolve: { alias: ONCE },
  // The last two are what packages written for `require` know of their file.
  transform: {
    define: {
      BUILD: JSON.stringify(buildId()),
      __filename: 'import.meta.filename',
      __dirname: 'import.meta.dirname',
    },
  },
  // discord.js evaluates what its owner sends between shards; the product does not use that.
  checks: { eval: false },
  output: {
    dir: OUT,
    format: 'esm',
    comments: false,
    // V8 keeps the text of what it runs, at two bytes a letter where one letter is not ASCII. Names stay as they are, for whoever reads a stack trace.
    charset: 'ascii',
    minify: { compress: false, mangle: false },
    codeSplitting: { groups: TOGETHER },
    entryFileNames: '[name].js',
    chunkFileNames: `${SHARED}/[name]-[hash].js`,
  },
};

/** Changes with whatever the program is made of. */
function buildId() {
  const hash = createHash('sha256');
  const sources = ['src', 'commands'].flatMap((folder) => filesIn(folder, '.'));
  for (const file of [...sources.sort(), 'package-lock.json'].filter((each) => existsSync(each)))
    hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The files of commands/ become part of the program, instead of being found when it starts: adding a command is adding a file. */
function commandsWithin() {
  return {
    name: 'commands-within',
    load(id) {
      if (relative('.', id) !== 'src/desk/commandFiles.ts') return null;
      const names = readdirSync('commands')
        .filter((file) => /^[a-z-]+\.ts$/.test(file))
        .map((file) => file.slice(0, -'.ts'.length))
        .sort();
      const imports = names.map((name, at) => `import command${at} from '../../commands/${name}.ts';`);
      const entries = names.map((name, at) => `['${name}', command${at}]`);
      const list = `export const commandFiles = async () => new Map([${entries.join(', ')}]);`;
      return { code: [...imports, list].join('\n'), moduleType: 'js' };
    },
  };
}

function isThere(name) {
  return existsSync(`${name}.ts`);
}

/** `import.meta.url` stays the address of the module, wherever its code went: threads and texts are found by it. */
function addressesOfSources() {
  return {
    name: 'addresses-of-sources',
    transform(code, id) {
      const file = relative('.', id);
      if (!file.startsWith('src/') || !code.includes('import.meta.url')) return null;
      const address = JSON.stringify(`../../${file.replace(/\.ts$/, '.js')}`);
      return code.replaceAll('import.meta.url', `new URL(${address}, import.meta.url).href`);
    },
  };
}

/**
 * Removes what no source makes any more. The shared files of the build before stay: a program that was started then may
 * still load one.
 */
function withoutLeftovers() {
  const list = join(OUT, '.program-outputs');
  return {
    name: 'without-leftovers',
    writeBundle(_, bundle) {
      const made = Object.keys(bundle);
      const before = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [];
      const kept = new Set([...made, ...before.filter((file) => file.startsWith(SHARED))]);
      for (const file of ['commands', 'src'].flatMap((folder) => filesIn(folder)))
        if (!kept.has(file)) rmSync(join(OUT, file));
      writeFileSync(list, made.join('\n'));
    },
  };
}

/** By their names below `root`. */
function filesIn(folder, root = OUT) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
