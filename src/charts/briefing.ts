import { briefingTitle } from '../cards/briefing.ts';
import type { ChartSpec } from '../chart.ts';
import type { Answer } from '../command.ts';
import type { Locale } from '../locale/locale.ts';
import type { Subject } from '../programme/dataset.ts';
import type { Fact } from '../programme/facts.ts';
import { cascadeOf } from './cascade.ts';
import { sourceLine } from './sourceLine.ts';

type Briefing = Answer & {
  readonly axis: Subject | undefined;
  readonly money: readonly Fact[];
  readonly asOf: string;
};

/** How far the money of an axis has come. */
export function briefingChart({ axis, money, asOf }: Briefing, locale: Locale): ChartSpec | null {
  return cascadeOf({
    title: briefingTitle(axis, asOf, locale),
    caption: sourceLine(money, locale),
    locale,
    facts: money,
  });
}
