import { type Finding, inOrder } from '../model/finding.ts';
import type { DataFiles, Rule } from './files.ts';
import { additions } from './rules/additions.ts';
import { aliases } from './rules/aliases.ts';
import { amountsInWords } from './rules/amounts-in-words.ts';
import { axisNumbers } from './rules/axis-numbers.ts';
import { cascade } from './rules/cascade.ts';
import { completeness } from './rules/completeness.ts';
import { excludedAmounts } from './rules/excluded-amounts.ts';
import { falls } from './rules/falls.ts';
import { fileName } from './rules/file-name.ts';
import { futureDates } from './rules/future-dates.ts';
import { initiativesGone } from './rules/initiatives-gone.ts';
import { initiativesWithinAxis } from './rules/initiatives-within-axis.ts';
import { jumps } from './rules/jumps.ts';
import { languages } from './rules/languages.ts';
import { measureFitsSubject } from './rules/measure-fits-subject.ts';
import { namesToRead } from './rules/names-to-read.ts';
import { oneFigure } from './rules/one-figure.ts';
import { pageOfAxis } from './rules/page-of-axis.ts';
import { percentages } from './rules/percentages.ts';
import { printedForm } from './rules/printed-form.ts';
import { printingsAgree } from './rules/printings-agree.ts';
import { quoteHoldsFigure } from './rules/quote-holds-figure.ts';
import { quoteNamesInitiative } from './rules/quote-names-initiative.ts';
import { quoteSaysMeasure } from './rules/quote-says-measure.ts';
import { ratesAbove100 } from './rules/rates-above-100.ts';
import { references } from './rules/references.ts';
import { republished } from './rules/republished.ts';
import { restAgrees } from './rules/rest-agrees.ts';
import { restOfAxes } from './rules/rest-of-axes.ts';
import { smallEuros } from './rules/small-euros.ts';
import { sourceSaysSo } from './rules/source-says-so.ts';
import { sourcesAgree } from './rules/sources-agree.ts';
import { spentMarks } from './rules/spent-marks.ts';
import { targets } from './rules/targets.ts';
import { twiceTheAllocation } from './rules/twice-the-allocation.ts';
import { uniqueIds } from './rules/unique-ids.ts';
import { unitAsPrinted } from './rules/unit-as-printed.ts';
import { unitFitsMeasure } from './rules/unit-fits-measure.ts';
import { unusedNotes } from './rules/unused-notes.ts';

/** Every rule that compares records, each in the file that its name says. */
const RULES: readonly Rule[] = [
  additions,
  aliases,
  amountsInWords,
  axisNumbers,
  cascade,
  completeness,
  excludedAmounts,
  falls,
  fileName,
  futureDates,
  initiativesGone,
  initiativesWithinAxis,
  jumps,
  languages,
  measureFitsSubject,
  namesToRead,
  oneFigure,
  pageOfAxis,
  percentages,
  printedForm,
  printingsAgree,
  quoteHoldsFigure,
  quoteNamesInitiative,
  quoteSaysMeasure,
  ratesAbove100,
  references,
  republished,
  restAgrees,
  restOfAxes,
  smallEuros,
  sourcesAgree,
  sourceSaysSo,
  spentMarks,
  targets,
  twiceTheAllocation,
  uniqueIds,
  unitAsPrinted,
  unitFitsMeasure,
  unusedNotes,
];

export function check(files: DataFiles): readonly Finding[] {
  return inOrder(RULES.flatMap((rule) => rule(files)));
}
