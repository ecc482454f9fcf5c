import { ago, day, moment } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import { sourceRank } from '../locale/rank.ts';
import type { Condition } from '../model/condition.ts';
import type { Dataset, Snapshot } from '../model/dataset.ts';
import { countOf, type Finding } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import { type CardBody, type CardField, section } from './card.ts';
import { differ, processFields, processWords } from './processes.ts';
import { capitalised, inLanguage } from './words/names.ts';

type Status = {
  readonly dataset: Dataset;
  readonly snapshot: Snapshot;
  readonly condition: Condition | null;
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** More would hide the rest of the card; the log and `check:data` have them all. */
const MOST_FINDINGS = 3;

/** Which data answer: their dates, sources and amounts, and how the last attempt to load newer ones went. */
export function datasetCard({ dataset, snapshot, condition }: Status, locale: Locale): CardBody {
  const words = phrases[locale].dataset;
  const { programme, latest } = dataset;
  const age = condition && Math.floor((condition.now.getTime() - Date.parse(latest.date)) / DAY_MS);
  return {
    tone: condition?.last.outcome === 'bad' ? 'near' : 'plain',
    title: words.title(programme.short[locale]),
    headline: words.headline(day(latest.date, locale)),
    fields: [
      section(words.version, [
        dataset.version,
        ...(condition?.keptSince ? [words.kept(moment(condition.keptSince, locale))] : []),
        ...(condition ? [words.since(moment(condition.loadedAt, locale))] : []),
        ...(age === null ? [] : [words.age(ago(age, locale))]),
      ]),
      ...(condition ? [section(words.lastLoad, lastLoad(condition, locale))] : []),
      ...folder(condition?.readOnly ?? null, locale),
      ...questions(condition, locale),
      ...processFields(condition?.processes ?? [], locale),
      section(words.dates, dates(dataset, locale)),
      section(words.sources(day(snapshot.date, locale)), sources(snapshot, locale)),
      section(words.content, [
        words.records(programme.axes.length, programme.initiatives.length, programme.indicators.length),
      ]),
      ...drafts(condition?.drafts ?? [], locale),
    ],
    notes: [
      ...(condition?.uncompared ?? []).map(({ title }) => words.uncompared(title[locale])),
      ...(differ(condition?.processes ?? []) ? [processWords[locale].differ] : []),
    ],
  };
}

function folder(readOnly: string | null, locale: Locale): readonly CardField[] {
  const words = phrases[locale].dataset;
  return readOnly === null ? [] : [section(words.folder, [words.readOnly(readOnly)])];
}

/** Anybody may know what becomes of a question. */
function questions(condition: Condition | null, locale: Locale): readonly CardField[] {
  const words = phrases[locale].dataset;
  if (condition?.logsQuestions === undefined) return [];
  const line = condition.logsQuestions ? words.questionsKept : words.questionsNotKept;
  return [section(words.questions, [line])];
}

/** The newest first, as they are asked for. */
function dates({ snapshots }: Dataset, locale: Locale): readonly string[] {
  const words = phrases[locale].dataset;
  return snapshots.toReversed().map(({ date, figures, partial }) => {
    const line = words.figures(day(date, locale), figures.length);
    return partial ? `${line} ${words.partial}` : line;
  });
}

/** In the order in which they answer: of a figure that several give, the first one's is said. */
function sources({ figures }: Snapshot, locale: Locale): readonly string[] {
  const documents = [...new Set(figures.map(({ source }) => source.document))];
  return documents.map((document, at) => {
    const cited = figures.filter(({ source }) => source.document === document).length;
    const name = `${document.title[locale]} (${inLanguage(document.publisher, locale)})`;
    const ranked = documents.length > 1 ? `${capitalised(sourceRank(at + 1, locale))}: ${name}` : name;
    return phrases[locale].dataset.figures(ranked, cited);
  });
}

function drafts(drafts: Condition['drafts'], locale: Locale): readonly CardField[] {
  const words = phrases[locale].dataset;
  const lines = drafts.map(({ date, left }) => words.left(day(date, locale), left));
  return lines.length === 0 ? [] : [section(words.drafts, lines)];
}

function lastLoad({ last }: Condition, locale: Locale): readonly string[] {
  const words = phrases[locale].dataset;
  const shown = last.findings.slice(0, MOST_FINDINGS);
  const others = sizeOf(last.findings) - sizeOf(shown);
  return [
    `${moment(last.at, locale)}: ${words.outcomes[last.outcome]}`,
    ...(last.refused ? [words.refusedSince(moment(last.refused.since, locale))] : []),
    ...shown.map((finding) => findingLine(finding, locale)),
    ...(others > 0 ? [words.otherFindings(others)] : []),
  ];
}

const sizeOf = (findings: readonly Finding[]) => countOf(findings, 'error') + countOf(findings, 'warning');

function findingLine({ file, line, message }: Finding, locale: Locale): string {
  return `• ${file}${line === null ? '' : `:${line}`} – ${message[locale]}`;
}
