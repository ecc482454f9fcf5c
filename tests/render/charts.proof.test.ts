import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../src/cards/charts/spec.ts';
import { type Charts, type ChartsOptions, openCharts } from '../../src/render/charts.ts';
import { compiledWorker, program } from './compiled.ts';
import { pictures, shelf } from './pictures.ts';

const FIRST = 15_000;
/** PICTURES=/tmp/charts npx vitest run --project proofs tests/render writes every picture there, to be looked at. */
const { PICTURES } = process.env;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
let worker: URL;
let specs: Readonly<Record<string, ChartSpec>>;
const open: Charts[] = [];

beforeAll(async () => {
  worker = await compiledWorker();
  specs = pictures(await shelf(), 'it');
});
afterAll(() => Promise.all(open.map((charts) => charts.close())));

/** Charts with what they log; no test sees the lines of another. */
function start(options: Partial<ChartsOptions> = {}): Charts & { readonly said: readonly string[] } {
  const said: string[] = [];
  const log = { warn: (_: object, message: string) => void said.push(message) };
  const charts = openCharts({ worker, timeout: FIRST, log, ...options });
  open.push(charts);
  return { ...charts, said };
}

/** A thread that runs this instead of drawing, for every spec that it is sent. */
function thread(onSpec: string): URL {
  const code = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', async (text) => { const spec = JSON.parse(text); ${onSpec} })`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

const small = (title: string): ChartSpec => ({
  kind: 'bars',
  title,
  caption: '',
  alt: '',
  locale: 'it',
  unit: 'count',
  series: [],
  rows: ['a', 'b'].map((label) => ({
    label,
    hue: 'plain',
    bars: [{ value: 1, text: '1', below: '', target: null }],
  })),
});

const QUICK = 'parentPort.postMessage({ png: new Uint8Array([1]) })';

describe('the thread that draws', () => {
  it('draws every picture as a PNG below 300 KB, and the same bytes when asked again', async () => {
    const charts = start();
    if (PICTURES) mkdirSync(PICTURES, { recursive: true });
    for (const [name, spec] of Object.entries(specs)) {
      const png = await charts.draw(spec, 'v1');
      if (PICTURES) writeFileSync(`${PICTURES}/${name}.png`, png ?? '');
      expect([...(png ?? []).slice(0, 8)], name).toEqual(SIGNATURE);
      expect(png?.byteLength, name).toBeLessThan(300_000);
      expect(await charts.draw(spec, 'v1')).toBe(png);
    }
    expect(charts.said).toEqual([]);
  }, 60_000);

  it('draws one picture for all who ask at once, and another for another version of the data', async () => {
    const charts = start();
    const [one, two, other] = await Promise.all([
      charts.draw(small('x'), 'v1'),
      charts.draw(small('x'), 'v1'),
      charts.draw(small('x'), 'v2'),
    ]);
    expect(one).toBe(two);
    expect(other).not.toBe(one);
    expect(other).toEqual(one);
  });

  it('says null for what cannot be drawn, and goes on', async () => {
    const charts = start();
    expect(await charts.draw({ ...small('x'), rows: null } as unknown as ChartSpec, 'v')).toBeNull();
    expect(charts.said).toEqual(['cannot draw a chart']);
    const circular: Record<string, unknown> = { ...small('x') };
    circular.self = circular;
    expect(await charts.draw(circular as unknown as ChartSpec, 'v')).toBeNull();
    expect(await charts.draw(small('y'), 'v')).not.toBeNull();
  });
});

describe('under load', () => {
  it('refuses at once what finds no place to wait', async () => {
    const charts = start({
      worker: thread('await new Promise(() => {})'),
      waiting: 2,
      timeout: 300,
      patience: 400,
    });
    const waiting = [1, 2, 3].map((n) => charts.draw(small(`${n}`), 'v'));
    const first = Promise.race([
      ...waiting.map((each) => each.then(() => 'waiting')),
      charts.draw(small('4'), 'v'),
    ]);
    expect(await first).toBeNull();
    expect(charts.said).toEqual(['too many charts wait']);
    expect(await Promise.all(waiting)).toEqual([null, null, null]);
  });

  it('says null when the time is up, and keeps the picture that comes late', async () => {
    const late = thread(`setTimeout(() => ${QUICK}, 400)`);
    const charts = start({ worker: late, timeout: 150 });
    expect(await charts.draw(small('x'), 'v')).toBeNull();
    await expect.poll(() => charts.said, { timeout: FIRST }).toEqual(['a chart came too late, and is kept']);
    expect(await charts.draw(small('x'), 'v')).toEqual(new Uint8Array([1]));
  });

  it('does not draw what nobody waits for any more', async () => {
    const charts = start({ worker: thread(`setTimeout(() => ${QUICK}, 400)`), timeout: 150 });
    expect(await Promise.all([charts.draw(small('x'), 'v'), charts.draw(small('y'), 'v')])).toEqual([
      null,
      null,
    ]);
    await expect.poll(() => charts.said, { timeout: FIRST }).toContain('a chart waited too long');
  });

  it('keeps no more bytes than it may', async () => {
    const big = thread('parentPort.postMessage({ png: new Uint8Array(1000) })');
    const charts = start({ worker: big, cacheBytes: 2000 });
    const first = await charts.draw(small('x'), 'v');
    await charts.draw(small('y'), 'v');
    await charts.draw(small('z'), 'v');
    expect(await charts.draw(small('x'), 'v')).not.toBe(first);
  });
});

describe('a thread that ends', () => {
  it('gives null for its picture, and the next one gets a new thread', async () => {
    const dies = thread(`if (spec.title === 'die') process.exit(1); ${QUICK}`);
    const charts = start({ worker: dies, rest: 0 });
    expect(await charts.draw(small('die'), 'v')).toBeNull();
    expect(await charts.draw(small('x'), 'v')).toEqual(new Uint8Array([1]));
  });

  it('is the same for one that throws outside of any picture', async () => {
    const throws = thread(
      `if (spec.title === 'die') { setTimeout(() => { throw new Error('no') }); return } ${QUICK}`,
    );
    const charts = start({ worker: throws, rest: 0 });
    expect(await charts.draw(small('die'), 'v')).toBeNull();
    expect(charts.said).toEqual(['the thread that draws charts failed']);
    expect(await charts.draw(small('x'), 'v')).toEqual(new Uint8Array([1]));
  });

  it('is ended where it hangs', async () => {
    const hangs = thread(`if (spec.title === 'hang') for (;;); ${QUICK}`);
    const charts = start({ worker: hangs, patience: 3000, rest: 0 });
    expect(await charts.draw(small('hang'), 'v')).toBeNull();
    expect(charts.said).toEqual(['the thread that draws charts does not answer: ended']);
    expect(await charts.draw(small('x'), 'v')).toEqual(new Uint8Array([1]));
  });

  it('is not started again and again where it cannot start', async () => {
    const charts = start({ worker: new URL('file:///nowhere/chartWorker.js') });
    expect(await charts.draw(small('x'), 'v')).toBeNull();
    expect(await charts.draw(small('y'), 'v')).toBeNull();
    expect(charts.said).toEqual([
      'the thread that draws charts failed',
      'the thread that draws charts rests',
    ]);
  });
});

it('leaves nobody waiting when it is closed', async () => {
  const charts = start({ worker: thread('await new Promise(() => {})'), rest: 0 });
  const waiting = ['x', 'y'].map((title) => charts.draw(small(title), 'v'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await charts.close();
  expect(await Promise.all(waiting)).toEqual([null, null]);
  expect(charts.said).toEqual([]);
});

describe('warming up', () => {
  const tells = new URL(
    `data:text/javascript,${encodeURIComponent("import { parentPort, workerData } from 'node:worker_threads'; parentPort.on('message', () => parentPort.postMessage({ png: new Uint8Array([workerData.warm ? 1 : 0]) }))")}`,
  );

  it('readies the thread that draws the first picture, which otherwise starts without', async () => {
    const [warmed, cold] = [start({ worker: tells }), start({ worker: tells })];
    warmed.warm();
    expect(await warmed.draw(small('x'), 'v')).toEqual(new Uint8Array([1]));
    expect(await cold.draw(small('x'), 'v')).toEqual(new Uint8Array([0]));
    cold.warm();
    expect(await cold.draw(small('y'), 'v')).toEqual(new Uint8Array([0]));
  });

  it('draws as well as a thread that did not', async () => {
    const [warmed, cold] = [start(), start()];
    warmed.warm();
    expect(await warmed.draw(small('x'), 'v')).toEqual(await cold.draw(small('x'), 'v'));
    expect(warmed.said).toEqual([]);
  });
});

describe('compiled', () => {
  it('lets the process end while it warms up', async () => {
    const ended = await program(`
      import { openCharts } from 'COMPILED/charts.js';
      openCharts({ timeout: ${FIRST}, log: { warn: console.log } }).warm();
      console.log('on');
    `);
    expect(ended).toBe('on');
  }, 40_000);

  it('finds its thread beside it, and lets the process end', async () => {
    const ended = await program(`
      import { openCharts } from 'COMPILED/charts.js';
      const charts = openCharts({ timeout: ${FIRST}, log: { warn: console.log } });
      const busy = setInterval(() => {}, 1000);
      const png = await charts.draw(${JSON.stringify(small('x'))}, 'v');
      clearInterval(busy);
      console.log(png.byteLength > 1000);
    `);
    expect(ended).toBe('true');
  }, 40_000);

  it('lets the process end even while it draws', async () => {
    const ended = await program(`
      import { openCharts } from 'COMPILED/charts.js';
      const worker = new URL('data:text/javascript,setInterval(() => {}, 1000)');
      openCharts({ worker, timeout: ${FIRST}, log: { warn: console.log } }).draw({}, 'v');
      console.log('on');
    `);
    expect(ended).toBe('on');
  }, 40_000);
});
