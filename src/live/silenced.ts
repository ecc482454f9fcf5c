import type { Draft } from '../check/drafts.ts';
import { foundInFile } from '../check/found.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import type { LoadedDesk } from './status.ts';

/**
 * A dataset that would make a date fall silent is good by itself, and yet bad for a bot that answers from that date:
 * questions would be answered from another one. One stray mark is enough for that, so only a confirmation, SIGHUP or
 * a restart allows such a dataset.
 */
export async function unlessSilencing(
  result: LoadedDesk,
  before: Dataset,
  lastConfirmed: () => Promise<string | null>,
): Promise<LoadedDesk> {
  if (result.outcome !== 'good') return result;
  const { dataset } = result.desk;
  const findings = silenced(before, dataset, result.report.drafts);
  if (findings.length === 0 || (await lastConfirmed()) === dataset.version) return result;
  return { outcome: 'bad', version: dataset.version, findings };
}

/** The dates that answer now and would not, and the default date where it would go back. */
function silenced(before: Dataset, after: Dataset, drafts: readonly Draft[]): readonly Finding[] {
  const answering = new Set(before.snapshots.map(({ date }) => date));
  const drafted = drafts.filter(({ date }) => answering.has(date));
  const { latest } = before;
  const isWorse = after.latest.partial && !latest.partial;
  const isOlder = after.latest.date < latest.date && after.latest.partial === latest.partial;
  const isDrafted = drafted.some(({ date }) => date === latest.date);
  return [
    ...drafted.map(becameDraft),
    ...((isWorse || isOlder) && !isDrafted ? [lostLatest(before, after)] : []),
  ];
}

function becameDraft({ file, date, left }: Draft): Finding {
  const marked = left
    .slice(0, 3)
    .map(({ subject, measure, was }) => [subject, measure, was].filter((part) => part !== null).join(' '))
    .join('; ');
  return foundInFile(
    file,
    { id: 'silenced' },
    {
      it: `Il bot risponde dal ${date}, che diventerebbe una bozza e tacerebbe: ${left.length} da confermare (${marked}).`,
      en: `The bot answers from ${date}, which would become a draft and fall silent: ${left.length} to be confirmed (${marked}).`,
      adviceIt: `Togliere "confirm" da ciò che vale. ${ON_PURPOSE.it}`,
      adviceEn: `Remove "confirm" from what holds. ${ON_PURPOSE.en}`,
    },
  );
}

function lostLatest({ latest }: Dataset, after: Dataset): Finding {
  const part = after.latest.partial;
  return foundInFile(
    `snapshots/${latest.date}.json`,
    { id: 'silenced' },
    {
      it: `Chi non nomina una data ha la risposta del ${latest.date}; avrebbe quella del ${after.latest.date}${part ? ', che è parziale' : ''}.`,
      en: `People who name no date are answered from ${latest.date}; it would be ${after.latest.date}${part ? ', which is partial' : ''}.`,
      adviceIt: `Rimettere snapshots/${latest.date}.json, senza "partial". ${ON_PURPOSE.it}`,
      adviceEn: `Put snapshots/${latest.date}.json back, without "partial". ${ON_PURPOSE.en}`,
    },
  );
}

const ON_PURPOSE = {
  it: 'Se è voluto, mandare SIGHUP al bot o riavviarlo.',
  en: 'If this is intended, send the bot SIGHUP or restart it.',
};
