import type { Attachment } from '../../maintenance/attachment.ts';
import type { Signature } from '../../maintenance/store/change.ts';
import {
  applyConfirmed,
  type Confirmation,
  previewRollback,
  previewUpload,
  type Upkeep,
  type UpkeepRefusal,
} from '../../maintenance/upkeep.ts';
import { countOf } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import { appliedReport, rollbackReport, uploadReport, versionsReport } from './cards.ts';
import { cardEdit, confirmRow, type Edit, lineEdit, versionChoices, versionsRow } from './edits.ts';
import { maintenanceWords } from './words.ts';

/** What each part of the command does, for somebody who may; `null` is an option that was not given. */

export async function upload(
  upkeep: Upkeep,
  file: Attachment | null,
  part: 'check' | 'update',
  locale: Locale,
): Promise<Edit> {
  const words = maintenanceWords[locale];
  if (!file) return lineEdit(words.missingFile);
  const preview = await previewUpload(upkeep, file);
  if (!preview.ok) return refusalEdit(preview, locale);
  const { change, base } = preview;
  if (part === 'check' || !change) return cardEdit(uploadReport(preview, words.checkedOnly, locale));
  const staged = await upkeep.store.stage(change);
  if (!staged.ok) return refusalEdit(staged, locale);
  const confirmation = { action: 'update', target: staged.key, base } as const;
  return cardEdit(uploadReport(preview, words.confirmNote, locale), confirmRow(confirmation, locale));
}

/** Without a version, or with one that is not there, the ones that are. */
export async function rollback(upkeep: Upkeep, version: string | null, locale: Locale): Promise<Edit> {
  const preview = version === null ? null : await previewRollback(upkeep, version);
  if (preview?.ok) {
    const confirmation = { action: 'rollback', target: preview.after.version, base: preview.base } as const;
    return cardEdit(rollbackReport(preview, locale), confirmRow(confirmation, locale));
  }
  if (preview && preview.reason !== 'unknown-version') return refusalEdit(preview, locale);
  const words = maintenanceWords[locale];
  const choices = versionChoices(await upkeep.store.versions(), locale);
  if (choices.length === 0) return lineEdit(words.noVersions);
  return cardEdit(versionsReport(preview ? words.unknownVersion : '', locale), versionsRow(choices, locale));
}

export async function confirm(
  upkeep: Upkeep,
  confirmation: Confirmation,
  signature: Signature,
  locale: Locale,
): Promise<Edit> {
  const confirmed = await applyConfirmed(upkeep, confirmation, signature);
  return confirmed.ok ? cardEdit(appliedReport(confirmed, locale)) : refusalEdit(confirmed, locale);
}

function refusalEdit(refusal: UpkeepRefusal, locale: Locale): Edit {
  const words = maintenanceWords[locale];
  switch (refusal.reason) {
    case 'invalid':
      return lineEdit(words.errors(countOf(refusal.findings, 'error')));
    case 'unknown-version':
      return lineEdit(words.unknownVersion);
    case 'unwritable':
      return lineEdit(words.unwritable(refusal.code));
    default:
      return lineEdit(words[refusal.reason]);
  }
}
