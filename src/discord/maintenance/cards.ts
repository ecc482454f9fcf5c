import type { Card, CardField } from '../../cards/card.ts';
import { phrases } from '../../locale/phrases.ts';
import { differences, newDates } from '../../maintenance/differences.ts';
import type { Confirmation, Confirmed, RollbackPreview, UploadPreview } from '../../maintenance/upkeep.ts';
import type { Dataset } from '../../model/dataset.ts';
import { countOf, type Finding, printFinding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import { type Row, selectRow } from '../message/rows.ts';
import { cardEdit, confirmRow, type Edit, type versionChoices } from './edits.ts';
import { VERSIONS } from './ids.ts';
import { maintenanceWords } from './words.ts';

/** `most`: lines that the card shows. */
type Section = { readonly name: string; readonly lines: readonly string[]; readonly most: number };

/** What a button confirms, and what is said beside it. */
export type Offer = { readonly confirmation: Confirmation; readonly notes: readonly string[] };

const MOST_FINDINGS = 5;
const MOST_DIFFERENCES = 12;
/** Bytes; Discord takes ten times as many, and nobody reads them. */
const LARGEST_REPORT = 1024 * 1024;

/** What is wrong with a dataset with uploaded files in it, or what the files would change. */
export function uploadEdit(preview: UploadPreview, offer: Offer | null, locale: Locale): Edit {
  const words = maintenanceWords[locale];
  const { files, findings, tables, problems, after, left, change, inWords } = preview;
  const unseen = uncomparedNotes(preview, locale);
  const section = (name: string, severity: Finding['severity']): Section => ({
    name,
    lines: findings
      .filter((each) => each.severity === severity)
      .map((each) => printFinding(inWords(each, locale), locale)),
    most: MOST_FINDINGS,
  });
  const warnings = section(words.warnings, 'warning');
  const title = words.reviewOf(files.length > 0 ? files.join(', ') : words.unknownFile);
  if (!after) {
    const wrong = problems[locale];
    const headline = words.errors(countOf(findings, 'error') + wrong.length);
    const { lines, ...toCorrect } = section(words.toCorrect, 'error');
    const errors = { ...toCorrect, lines: [...wrong, ...lines] };
    return report({ tone: 'below', title, headline, notes: unseen }, [errors, warnings], locale);
  }
  const draft = left > 0 ? [words.draft(left)] : [];
  const card = { tone: 'reached', title } as const;
  if (!change) {
    return report({ ...card, headline: words.same, notes: [...draft, ...unseen] }, [warnings], locale);
  }
  const { headline, section: changes, notes } = changing({ ...preview, after }, locale);
  const table = { name: words.tables, lines: tables[locale], most: MOST_DIFFERENCES };
  const ending = offer ? offer.notes : [words.checkedOnly];
  const rows = offer ? confirmRow(offer.confirmation, locale) : [];
  return report(
    { ...card, headline, notes: [...draft, ...unseen, ...notes, ...ending] },
    [changes, table, warnings],
    locale,
    rows,
  );
}

/** What the restored version would change. */
export function rollbackEdit(preview: RollbackPreview, offer: Offer, locale: Locale): Edit {
  const words = maintenanceWords[locale];
  const { headline, section, notes } = changing(preview, locale);
  const card = { tone: 'plain', title: words.rollbackTo(preview.after.version), headline } as const;
  const rows = confirmRow(offer.confirmation, locale);
  const unseen = uncomparedNotes(preview, locale);
  return report({ ...card, notes: [...unseen, ...notes, ...offer.notes] }, [section], locale, rows);
}

/** The documents whose text nothing was compared with: a wrong figure of theirs may pass. */
function uncomparedNotes({ uncompared }: Pick<UploadPreview, 'uncompared'>, locale: Locale) {
  return uncompared.map(({ title }) => phrases[locale].dataset.uncompared(title[locale]));
}

/** The dataset in use is compared; the folder may hold another one, which is replaced as well. */
function changing(
  { base, before, after }: Pick<RollbackPreview, 'base' | 'before' | 'after'>,
  locale: Locale,
) {
  const words = maintenanceWords[locale];
  const { lines, count } = differences(before, after, locale);
  const sameValues = lines.length === 0 && before.version !== after.version;
  return {
    headline: [words.fine(count), ...newDates(before, after, locale)].join(' '),
    section: {
      name: words.differences,
      lines: sameValues ? [words.noDifferences] : lines,
      most: MOST_DIFFERENCES,
    },
    notes: base === before.version ? [] : [words.folderDiffers],
  };
}

/** What answered before a change, and what answers after it. */
export type Turn = { readonly before: Dataset; readonly after: Dataset };

export function appliedEdit(
  { entry, answers }: Extract<Confirmed, { readonly ok: true }>,
  { before, after }: Turn,
  locale: Locale,
): Edit {
  const words = maintenanceWords[locale];
  const { action, from, to, by, askedBy, files } = entry;
  const card = {
    tone: answers ? 'reached' : 'below',
    title: action === 'rollback' ? words.rolledBack : words.updated,
    headline: [`${from ?? '–'} → ${to}`, ...newDates(before, after, locale)].join(' · '),
    notes: [
      ...(answers ? [] : [words.notLoaded]),
      askedBy === undefined ? words.signed(by) : words.signedByTwo(askedBy, by),
    ],
  } as const;
  const { lines } = differences(before, after, locale);
  const changes = { name: words.differences, lines, most: MOST_DIFFERENCES };
  return report(card, [{ name: words.files, lines: files, most: files.length }, changes], locale);
}

/** The menu of versions. */
export function versionsEdit(
  choices: ReturnType<typeof versionChoices>,
  headline: string,
  locale: Locale,
): Edit {
  const { chooseVersion: title, versionMenu } = maintenanceWords[locale];
  const rows = [selectRow(VERSIONS, versionMenu, choices)];
  return report({ tone: 'doubt', title, headline, notes: [] }, [], locale, rows);
}

/** A card; where the card does not show every line, all of them are in an attached file. */
function report(
  card: Pick<Card, 'tone' | 'title' | 'headline' | 'notes'>,
  sections: readonly Section[],
  locale: Locale,
  rows: readonly Row[] = [],
): Edit {
  const filled = sections.filter(({ lines }) => lines.length > 0);
  const whole = filled.every(({ lines, most }) => lines.length <= most);
  const fields = filled.map((section) => fieldOf(section, locale));
  const file = { name: maintenanceWords[locale].report, data: reportText(card, filled, locale) };
  return cardEdit({ ...card, fields, footer: '' }, rows, whole ? [] : [file]);
}

function fieldOf({ name, lines, most }: Section, locale: Locale): CardField {
  const others = lines.length - most;
  const rest = others > 0 ? [maintenanceWords[locale].more(others)] : [];
  return { name, lines: [...lines.slice(0, most), ...rest], short: false };
}

/** A name in a finding may be as long as the uploaded file. */
function reportText(
  { title, headline }: Pick<Card, 'title' | 'headline'>,
  sections: readonly Section[],
  locale: Locale,
): string {
  const lines = [title, headline, ...sections.flatMap((section) => [`\n${section.name}`, ...section.lines])];
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  if (bytes.length <= LARGEST_REPORT) return bytes.toString();
  const whole = new TextDecoder().decode(bytes.subarray(0, LARGEST_REPORT), { stream: true });
  return `${whole}…\n\n${maintenanceWords[locale].cutOff}\n`;
}
