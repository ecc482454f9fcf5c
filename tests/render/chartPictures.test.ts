import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sceneOf } from '../../src/render/chart/layout.ts';
import { toPng } from '../../src/render/chart/png.ts';
import { toSvg } from '../../src/render/chart/svg.ts';
import { pictures, shelf } from './pictures.ts';

/** PICTURES=/tmp/charts npx vitest run tests/render/chartPictures.test.ts writes them, to be looked at. */
const { PICTURES } = process.env;

it.skipIf(!PICTURES)(
  'writes every picture',
  async () => {
    const dataset = await shelf();
    mkdirSync(PICTURES ?? '', { recursive: true });
    for (const locale of ['it', 'en'] as const) {
      for (const [name, spec] of Object.entries(pictures(dataset, locale))) {
        const png = await toPng(toSvg(sceneOf(spec)));
        writeFileSync(`${PICTURES}/${name}-${locale}.png`, png);
        writeFileSync(`${PICTURES}/${name}-${locale}.txt`, `${spec.alt}\n${spec.alt.length} ${png.length}\n`);
      }
    }
    expect(true).toBe(true);
  },
  120_000,
);
