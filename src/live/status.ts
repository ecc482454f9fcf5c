import { isDeepStrictEqual } from 'node:util';
import type { DeskData } from '../desk/desk.ts';
import type { Loaded } from '../load/load.ts';
import type { RawFile } from '../load/read.ts';
import { countOf, type Finding } from '../model/finding.ts';

/** What loading says of a good dataset beside the dataset: its warnings, what it was compared with. */
export type LoadReport = Omit<Extract<Loaded, { readonly ok: true }>, 'ok' | 'dataset'>;

/** `good`: another dataset answers now; `bad`: the last good one goes on; `unchanged`: the files are good and the same. */
type ReloadOutcome = 'good' | 'bad' | 'unchanged';

/** `files`: they changed; `signal`: SIGHUP; `asked`: a person or a program wanted it. */
export type ReloadCause = 'start' | 'files' | 'signal' | 'asked';

/** Plain data: it comes from another thread. */
export type LoadedDesk =
  | {
      readonly outcome: 'good';
      readonly desk: DeskData;
      readonly report: LoadReport;
      /** What it was made of. */
      readonly files: readonly RawFile[];
    }
  /** `report`: what the check says anew of the same files, once the texts of the documents are others. */
  | { readonly outcome: 'unchanged'; readonly report?: LoadReport }
  /** `version` tells one state of refused files from another; null where the files do not hold still. */
  | { readonly outcome: 'bad'; readonly version: string | null; readonly findings: readonly Finding[] };

export type ReloadAttempt = {
  readonly at: Date;
  readonly cause: ReloadCause;
  readonly outcome: ReloadOutcome;
  /** Milliseconds from the first look at the files to the outcome. */
  readonly ms: number;
  /** Errors where the outcome is `bad`, otherwise warnings. */
  readonly findings: readonly Finding[];
  /** Only where the outcome is `bad`: which files were refused, and since when none were good. */
  readonly refused?: { readonly version: string | null; readonly since: Date };
};

/** Which dataset answers, and how the last attempt to load a newer dataset ended. */
export type ReloadStatus = {
  /** Twelve hexadecimal digits. */
  readonly version: string;
  /** Since when it answers. */
  readonly loadedAt: Date;
  /** Only where it is a kept one, since the files had errors at the start: since when it was the last good one. */
  readonly keptSince?: Date;
  readonly report: LoadReport;
  readonly last: ReloadAttempt;
  /** How many attempts ended with each outcome, the start included. */
  readonly attempts: Readonly<Record<ReloadOutcome, number>>;
};

export function statusAfter(
  before: ReloadStatus,
  result: LoadedDesk,
  attempt: Pick<ReloadAttempt, 'at' | 'cause' | 'ms'>,
): ReloadStatus {
  const { outcome } = result;
  const { attempts } = before;
  const answering = answeringAfter(before, result);
  const findings = outcome === 'bad' ? result.findings : answering.report.findings;
  const since = before.last.refused?.since ?? attempt.at;
  const refused = outcome === 'bad' ? { refused: { version: result.version, since } } : {};
  return {
    ...answering,
    last: { ...attempt, outcome, findings, ...refused },
    attempts: { ...attempts, [outcome]: attempts[outcome] + 1 },
  };
}

type Answering = Pick<ReloadStatus, 'version' | 'loadedAt' | 'keptSince' | 'report'>;

/** Which dataset answers after an attempt; once the files are good, a kept one no longer stands in for them. */
function answeringAfter({ attempts: _, last: __, ...before }: ReloadStatus, result: LoadedDesk): Answering {
  const { version, loadedAt, report } = before;
  if (result.outcome === 'bad') return before;
  if (result.outcome === 'unchanged') return { version, loadedAt, report: result.report ?? report };
  return { version: result.desk.dataset.version, loadedAt: new Date(), report: result.report };
}

export type ReloadLogger = {
  readonly [K in 'info' | 'error' | 'debug']: (details: object, message: string) => void;
};

/** A file that is not part of a dataset at all may have thousands of findings. */
const MOST_FINDINGS = 20;

/** Logs what became of an attempt; a dataset that stays bad in the same way is logged once. */
export function logReload(log: ReloadLogger, dir: string, before: ReloadStatus, now: ReloadStatus): void {
  const { version, last, report } = now;
  const { outcome, cause, ms, findings } = last;
  const details = { dir, cause, ms, version };
  const wasBad = before.last.outcome === 'bad';
  if (outcome === 'bad') {
    const isKnown = wasBad && isDeepStrictEqual(findings, before.last.findings);
    if (isKnown && cause === 'files') return;
    log.error({ ...details, ...errorsIn(findings) }, 'the dataset has errors: the last good one goes on');
  } else if (outcome === 'good') {
    const warnings = countOf(report.findings, 'warning');
    const uncompared = report.uncompared.map(({ document }) => document);
    const more = uncompared.length === 0 ? {} : { uncompared };
    log.info({ ...details, before: before.version, warnings, ...more }, 'another dataset answers now');
  } else if (wasBad || cause !== 'files') {
    log.info(details, 'the dataset is good and the same as before');
  } else {
    log.debug(details, 'the files of the dataset changed, what they hold did not');
  }
}

/** Logs a start with a kept dataset, as loud as a log can be without ending the bot. */
export function logKept(log: ReloadLogger, dir: string, { version, keptSince, last }: ReloadStatus): void {
  const details = { dir, cause: last.cause, ms: last.ms, version, keptSince, ...errorsIn(last.findings) };
  log.error(
    details,
    'the files of the dataset have errors: the last good version, which was kept, answers until they are right; npm run check:data lists the errors',
  );
}

function errorsIn(findings: readonly Finding[]) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const shown = errors.slice(0, MOST_FINDINGS).map(({ rule, file, line, path, message, advice }) => ({
    rule,
    file,
    line,
    path,
    message: message.en,
    advice: advice.en,
  }));
  return { errors: countOf(findings, 'error'), findings: shown };
}
