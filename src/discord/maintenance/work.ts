import type { Attachment } from '../../maintenance/attachment.ts';
import type { Review } from '../../maintenance/review.ts';
import type { Signature } from '../../maintenance/store/putInPlace.ts';
import type { Refusal } from '../../maintenance/store/refusal.ts';
import type { Confirmed, Upkeep } from '../../maintenance/upkeep.ts';
import { countOf } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import { appliedCard, reviewTold, rollbackTold, versionChoices } from './cards.ts';
import { cardEdit, confirmRow, type Edited, lineEdit, versionsRow } from './edited.ts';
import type { Confirmation } from './ids.ts';
import { maintenanceWords } from './words.ts';

/** What each part of the command does, for somebody who may; `null` is an option that was not given. */

export async function check(upkeep: Upkeep, file: Attachment | null, locale: Locale): Promise<Edited> {
  const words = maintenanceWords[locale];
  if (!file) return lineEdit(words.missingFile);
  const review = await upkeep.review(file);
  return reviewed(review, null, words.checkedOnly, locale);
}

export async function update(upkeep: Upkeep, file: Attachment | null, locale: Locale): Promise<Edited> {
  const words = maintenanceWords[locale];
  if (!file) return lineEdit(words.missingFile);
  const { review, key, refusal } = await upkeep.offer(file);
  if (refusal) return lineEdit(refused(refusal, locale));
  const base = review.ok ? review.outcome.base : null;
  const confirmation = key === null ? null : ({ action: 'update', target: key, base } as const);
  return reviewed(review, confirmation, words.confirmNote, locale);
}

function reviewed(review: Review, confirmation: Confirmation | null, note: string, locale: Locale): Edited {
  if (!review.ok) return lineEdit(maintenanceWords[locale][review.why]);
  const { card, files } = reviewTold(review.outcome, locale, note);
  return cardEdit(card, files, confirmation ? [confirmRow(confirmation, locale)] : []);
}

/** Without a version, or with one that is not there, the ones that are. */
export async function rollback(upkeep: Upkeep, version: string | null, locale: Locale): Promise<Edited> {
  if (version === null) return choice(upkeep, null, locale);
  const compared = await upkeep.compare(version);
  if ('ok' in compared) {
    if (compared.reason === 'unknown-version') return choice(upkeep, version, locale);
    return lineEdit(refused(compared, locale));
  }
  const { after, base, same } = compared;
  if (same) return lineEdit(maintenanceWords[locale].unchanged);
  const { card, files } = rollbackTold(compared, locale);
  const confirmation = { action: 'rollback', target: after.version, base } as const;
  return cardEdit(card, files, [confirmRow(confirmation, locale)]);
}

async function choice(upkeep: Upkeep, unknown: string | null, locale: Locale): Promise<Edited> {
  const words = maintenanceWords[locale];
  const choices = versionChoices(await upkeep.versions(), locale);
  if (choices.length === 0) return lineEdit(words.noVersions);
  const card = {
    tone: 'doubt',
    title: words.chooseVersion,
    headline: unknown === null ? '' : words.unknownVersion,
    fields: [],
    notes: [],
    footer: '',
  } as const;
  return cardEdit(card, [], [versionsRow(choices, locale)]);
}

export async function confirm(
  upkeep: Upkeep,
  { action, target, base }: Confirmation,
  signature: Signature,
  locale: Locale,
): Promise<Edited> {
  const confirmed = await upkeep[action === 'update' ? 'confirm' : 'rollback'](target, base, signature);
  return confirmed.ok ? cardEdit(appliedCard(confirmed, locale), []) : lineEdit(refused(confirmed, locale));
}

function refused(refusal: Refusal | Extract<Confirmed, { readonly ok: false }>, locale: Locale): string {
  const words = maintenanceWords[locale];
  switch (refusal.reason) {
    case 'invalid':
      return words.errors(countOf(refusal.findings, 'error'));
    case 'unknown-version':
      return words.unknownVersion;
    case 'unwritable':
      return words.unwritable(refusal.code);
    default:
      return words[refusal.reason];
  }
}
