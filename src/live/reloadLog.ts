import { isDeepStrictEqual } from 'node:util';
import { countOf, type Finding } from '../model/finding.ts';
import type { ReloadStatus } from './status.ts';

export type ReloadLogger = {
  readonly [K in 'info' | 'error' | 'debug']: (details: object, message: string) => void;
};

/** A file that is no dataset at all may have thousands. */
const MOST_FINDINGS = 20;

/** Logs what became of each attempt; a dataset that stays bad in the same way is said once. */
export function reloadLog(log: ReloadLogger, dir: string): (status: ReloadStatus, before: string) => void {
  let said: readonly Finding[] = [];
  return ({ version, last, report }, before) => {
    const { outcome, cause, ms, findings } = last;
    if (outcome === 'bad') {
      const known = isDeepStrictEqual(findings, said);
      said = findings;
      if (known && cause === 'files') return;
      log.error(
        { dir, cause, ms, version, ...listed(findings) },
        'the dataset has errors: the last good one goes on',
      );
      return;
    }
    const recovered = said.length > 0;
    said = [];
    if (outcome === 'good') {
      log.info(
        { dir, cause, ms, version, before, warnings: countOf(report.findings, 'warning') },
        'another dataset answers now',
      );
    } else if (recovered || cause !== 'files') {
      log.info({ dir, cause, ms, version }, 'the dataset is good and the same as before');
    } else {
      log.debug({ dir, cause, ms, version }, 'the files of the dataset changed, what they hold did not');
    }
  };
}

function listed(findings: readonly Finding[]) {
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
