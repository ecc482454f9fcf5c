import type { ChartSpec } from '../../cards/charts/spec.ts';
import { barRows } from './bars.ts';
import { plot } from './lines.ts';
import { rectMark, type Scene, textMark } from './scene.ts';
import { wrap } from './text.ts';
import { GROUND, INK, INNER, LINE_HEIGHT, PAD, SIZE, WIDTH } from './theme.ts';

/** Two documents with their whole titles, and what marks mean. */
const CAPTION_LINES = 4;
/** A line may break after the dash, not before it. */
const KEPT_DASH = '\u00a0– ';

/** Where everything of a picture stands: on its ground the title, bars or lines below it, the caption last. */
export function sceneOf(spec: ChartSpec): Scene {
  const heading = wrap(spec.title.replaceAll(' – ', KEPT_DASH), INNER, SIZE.title, 600, 3).map((line, at) =>
    textMark(line, PAD, PAD + SIZE.title * (0.8 + at * LINE_HEIGHT), { size: SIZE.title, weight: 600 }),
  );
  const top = PAD + heading.length * SIZE.title * LINE_HEIGHT + 16;
  const { marks, bottom } = spec.kind === 'lines' ? plot(spec, top) : barRows(spec, top);
  const notes = wrap(spec.caption, INNER, SIZE.caption, 400, CAPTION_LINES).map((line, at) => {
    const y = bottom + 12 + SIZE.caption * (1.2 + at * LINE_HEIGHT);
    return textMark(line, PAD, y, { size: SIZE.caption, fill: INK.soft });
  });
  const height = Math.ceil((notes.at(-1)?.y ?? bottom - 4) + PAD - 4);
  const ground = [
    rectMark({ left: 0, top: 0, right: WIDTH, bottom: height }, INK.edge),
    rectMark({ left: 1.5, top: 1.5, right: WIDTH - 1.5, bottom: height - 1.5 }, GROUND),
  ];
  return { width: WIDTH, height, marks: [...ground, ...heading, ...marks, ...notes] };
}
