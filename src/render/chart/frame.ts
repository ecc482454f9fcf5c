import { type Drawn, type Mark, type Scene, textMark } from './scene.ts';
import { wrap } from './text.ts';
import { GROUND, INK, INNER, LINE_HEIGHT, PAD, SIZE, WIDTH } from './theme.ts';

type Framed = { readonly title: string; readonly caption: string };

/** The ground, the title above and the caption below what `draw` lays out from the height that it is given. */
export function framed({ title, caption }: Framed, draw: (top: number) => Drawn): Scene {
  const heading = wrap(title, INNER, SIZE.title, 600, 2).map((line, at) =>
    textMark(line, PAD, PAD + SIZE.title * (0.8 + at * LINE_HEIGHT), { size: SIZE.title, weight: 600 }),
  );
  const { marks, bottom } = draw(PAD + heading.length * SIZE.title * LINE_HEIGHT + 16);
  const notes = wrap(caption, INNER, SIZE.caption, 400, 2).map((line, at) =>
    textMark(line, PAD, bottom + 12 + SIZE.caption * (1.2 + at * LINE_HEIGHT), {
      size: SIZE.caption,
      fill: INK.soft,
    }),
  );
  const height = Math.ceil((notes.at(-1)?.y ?? bottom - 4) + PAD - 4);
  return { width: WIDTH, height, marks: [...ground(height), ...heading, ...marks, ...notes] };
}

function ground(height: number): readonly Mark[] {
  return [
    { kind: 'rect', x: 0, y: 0, width: WIDTH, height, radius: 0, fill: INK.edge },
    { kind: 'rect', x: 1.5, y: 1.5, width: WIDTH - 3, height: height - 3, radius: 0, fill: GROUND },
  ];
}
