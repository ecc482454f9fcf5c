import type { APIMessage } from 'discord-api-types/v10';
import { type Doubted, doubted } from '../maintenance/reports/report.ts';
import type { Reports } from '../maintenance/reports/reports.ts';
import type { Locale } from '../model/locale.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import { messageText } from './chat/messageText.ts';
import { keptQuestion } from './message/pressed.ts';
import type { Shown } from './message/shown.ts';
import { QUESTION } from './options.ts';
import { line, type Outgoing } from './outgoing.ts';
import { describeError, type Log } from './safeError.ts';

/** What the press of *Report* puts before the maintainers: the answer under which it stands, and nobody's name. */
export function reportOf({ desk, reply, locale, requests, question }: Shown, message?: APIMessage): Doubted {
  const { title, headline } = reply.card;
  const asked = question?.options[QUESTION] ?? keptQuestion(message?.embeds?.[0] ?? {});
  return doubted({
    locale,
    question: repliedTo(message) ?? asked,
    title,
    answer: headline,
    requests,
    facts: reply.facts,
    version: desk.dataset.version,
  });
}

/** In the chat an answer replies to its question. */
function repliedTo({ referenced_message: question }: Partial<APIMessage> = {}): string | null {
  return question && !question.author.bot ? messageText(question) || null : null;
}

/** The answer to the press of *Report*, once its report is kept; any other answer as it is. Never rejects. */
export async function reported(
  outgoing: Outgoing,
  reports: Pick<Reports, 'keep'> | null,
  log: Pick<Log, 'warn'>,
): Promise<Outgoing> {
  const { report, ...rest } = outgoing;
  if (!report) return outgoing;
  const words = WORDS[report.locale];
  const refusal = await refusalOf(report, reports);
  if (refusal === null) return { ...rest, ...line(words.thanks(escapeMarkdown(report.title))) };
  // A folder that cannot be written is one line in the log, and whoever presses is told each time.
  if (!refusal.known) log.warn(refusal, 'a report could not be kept');
  return { ...rest, ...line(words.notKept) };
}

type Refused = { readonly known?: true; readonly reason?: string; readonly err?: object };

/** Null where the report is kept. */
async function refusalOf(report: Doubted, reports: Pick<Reports, 'keep'> | null): Promise<Refused | null> {
  try {
    const kept = await reports?.keep(report, new Date());
    if (!kept) return { reason: 'nowhere' };
    return kept.ok ? null : kept;
  } catch (error) {
    return { err: describeError(error) };
  }
}

const it = {
  thanks: (title: string) => `Segnalato: ${title}. Grazie: chi cura i dati lo vede con /dati segnalazioni.`,
  notKept: 'Non sono riuscito a conservare la segnalazione: dillo a chi cura i dati.',
};

const en: typeof it = {
  thanks: (title) => `Reported: ${title}. Thank you: whoever keeps the data sees it with /dataset reports.`,
  notKept: 'The report could not be kept: tell a maintainer of the data.',
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
