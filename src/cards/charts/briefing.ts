import type { Answer } from '../../figures/answer.ts';
import type { Subject } from '../../model/dataset.ts';
import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { briefingTitle } from '../briefing.ts';
import { cascadeOf } from './cascade.ts';
import { sourceLine } from './sourceLine.ts';
import type { ChartSpec } from './spec.ts';

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
