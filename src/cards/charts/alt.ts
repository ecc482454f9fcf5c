import { day } from '../../locale/format.ts';
import { withoutMiddle } from './shorten.ts';
import type { BarsSpec, CascadeSpec, ChartSpec, Datum, GroupsSpec, LinesSpec } from './spec.ts';
import { chartWords } from './words.ts';

/** Discord's limit for the alt text of a file. */
const LONGEST_ALT = 1024;
/** A name is shortened to one of these, the first with which everything is said. */
const LABELS = [200, 60, 40, 28] as const;

type WithoutAlt<T> = T extends ChartSpec ? Omit<T, 'alt'> : never;
export type Untold = WithoutAlt<ChartSpec>;

/** What was said of a thing: "Asse I: 236,7 Mln €". */
type Line = { readonly label: string; readonly text: string };
type Told = { readonly lines: readonly Line[]; readonly extremes: readonly Extreme[] };
type Extreme = { readonly label: string; readonly figure: Datum };

/** Title, every label with its value, then the highest and the lowest; names give way before values do. */
export function altOf(spec: Untold): string {
  const { lines, extremes } = told(spec);
  const words = chartWords[spec.locale];
  const head = `${words.kinds[spec.kind]}. ${spec.title}. `;
  const tail = (most: number) => extremeLines(spec, extremes, most);
  for (const most of LABELS) {
    const text = `${head}${body(lines, most)}.${tail(most)}`;
    if (text.length <= LONGEST_ALT) return text;
  }
  const least = LABELS[LABELS.length - 1] ?? 0;
  return cutList(head.slice(0, LONGEST_ALT / 3), lines, tail(least), words.more);
}

function body(lines: readonly Line[], most: number): string {
  return lines.map(({ label, text }) => `${withoutMiddle(label, most)}: ${text}`).join('; ');
}

/** As many lines as there is room for, and how many more there are. */
function cutList(
  head: string,
  lines: readonly Line[],
  tail: string,
  more: (count: number) => string,
): string {
  for (let count = lines.length - 1; count > 0; count -= 1) {
    const text = `${head}${body(lines.slice(0, count), 28)}; ${more(lines.length - count)}.${tail}`;
    if (text.length <= LONGEST_ALT) return text;
  }
  return `${head}${tail}`.slice(0, LONGEST_ALT);
}

function extremeLines(spec: Untold, extremes: readonly Extreme[], most: number): string {
  const sorted = [...extremes].sort((a, b) => b.figure.value - a.figure.value);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  if (!highest || !lowest || sorted.length < 3 || highest.figure.value === lowest.figure.value) return '';
  const words = chartWords[spec.locale];
  const say = ({ label, figure }: Extreme) => [withoutMiddle(label, most), figure.said] as const;
  return ` ${words.highest(...say(highest))} ${words.lowest(...say(lowest))}`;
}

function told(spec: Untold): Told {
  switch (spec.kind) {
    case 'bars':
      return barsTold(spec);
    case 'cascade':
      return cascadeTold(spec);
    case 'groups':
      return groupsTold(spec);
    case 'lines':
      return linesTold(spec);
  }
}

function barsTold({ rows, locale }: Omit<BarsSpec, 'alt'>): Told {
  const text = (figure: Datum, target: Datum | null) =>
    target ? chartWords[locale].withTarget(figure.said, target.said) : figure.said;
  return {
    lines: rows.map(({ label, figure, target }) => ({ label, text: text(figure, target) })),
    extremes: rows,
  };
}

function cascadeTold({ steps, locale }: Omit<CascadeSpec, 'alt'>): Told {
  const words = chartWords[locale];
  const text = (figure: Datum, share: string) =>
    share === '' ? figure.said : words.ofAllocation(figure.said, share);
  return {
    lines: steps.map(({ label, figure, share }) => ({ label, text: text(figure, share) })),
    extremes: [],
  };
}

function groupsTold({ rows, series, locale }: Omit<GroupsSpec, 'alt'>): Told {
  const text = (figures: readonly (Datum | null)[]) =>
    series.map((name, at) => `${name} ${figures[at]?.said ?? chartWords[locale].absent}`).join(', ');
  return { lines: rows.map(({ label, figures }) => ({ label, text: text(figures) })), extremes: [] };
}

function linesTold({ series, marks, locale }: Omit<LinesSpec, 'alt'>): Told {
  const words = chartWords[locale];
  const crowded = series.reduce((sum, { points }) => sum + points.length, 0) > 20;
  const lines = series.map(({ label, points }) => {
    const dated = points.map(({ said, date }) => `${said} (${day(date, locale)})`);
    const [first, last] = [dated[0] ?? '', dated.at(-1) ?? ''];
    return { label, text: crowded && points.length > 1 ? words.fromTo(first, last) : dated.join(', ') };
  });
  const levels = marks.map(({ label, said }) => ({ label, text: said }));
  const [only, ...others] = series;
  const peaks = only && others.length === 0 ? only.points : [];
  return {
    lines: [...lines, ...levels],
    extremes: peaks.map((figure) => ({ label: day(figure.date, locale), figure })),
  };
}
