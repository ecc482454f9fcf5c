import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withDay } from '../../check/text/writtenDay.ts';
import type { Bilingual, DocumentRecord } from '../../model/schema.ts';
import { slugOf } from '../slug.ts';
import type { Addition } from './addition.ts';
import type { Answers, Ask } from './interview.ts';
import { idsIn, type Known, latestDate } from './known.ts';
import { asIs, readDay, readId, readOneOf } from './reads.ts';
import { addWords } from './words.ts';

const COUNTS = ['slide', 'page', 'row'] as const;
const NONE = '-';

/** What a new document needs; what it is called is that of the last document of its kind, with its own date. */
export function documentAsks(known: Known, sourceDir: string): readonly Ask[] {
  const say = addWords[known.locale];
  const { documents } = known.programme;
  const like = (answers: Answers) => likeness(known, answers);
  const optional = (key: string, text: string, fallback: (answers: Answers) => string): Ask => {
    return (answers) => ({
      key,
      text,
      fallback: fallback(answers),
      read: (value) => ({ value: value === NONE ? '' : value }),
    });
  };
  return [
    () => ({
      key: 'counts',
      text: say.counts,
      fallback: documents.findLast(({ page }) => page !== 'row')?.page ?? 'page',
      read: readOneOf(known, COUNTS, { diapositiva: 'slide', pagina: 'page', riga: 'row' }),
    }),
    () => ({ key: 'date', text: say.documentDate, fallback: latestDate(known), read: readDay(known) }),
    needed('title', say.title, (answers) => like(answers)?.title.it),
    needed('titleEn', say.titleEn, (answers) => like(answers)?.title.en ?? answers.title),
    optional('short', say.short, (answers) => like(answers)?.short?.it ?? ''),
    optional('shortEn', say.shortEn, (answers) => like(answers)?.short?.en ?? answers.short ?? ''),
    needed('publisher', say.publisher, (answers) => inItalian(like(answers)?.publisher)),
    (answers) => ({
      key: 'id',
      text: say.id,
      fallback: slugOf(like(answers)?.id ?? answers.title ?? '', idsIn(known)),
      read: readId(known),
    }),
    () => ({
      key: 'text',
      text: say.textFile(sourceDir),
      fallback: '',
      read: (text) => {
        if (text === NONE || existsSync(join(sourceDir, basename(text))) || existsSync(text)) {
          return { value: text === NONE ? '' : text };
        }
        return { why: say.noFile(text) };
      },
    }),
    optional('url', say.url, () => ''),
    optional('licence', say.licence, (answers) => inItalian(like(answers)?.licence) ?? ''),
  ];
}

function needed(key: string, text: string, fallbackOf: (answers: Answers) => string | undefined): Ask {
  return (answers) => {
    const fallback = fallbackOf(answers);
    return { key, text, read: asIs, ...(fallback === undefined || fallback === '' ? {} : { fallback }) };
  };
}

const inItalian = (text: string | Bilingual | undefined) => (typeof text === 'object' ? text.it : text);

/** The last document of the same kind, with the date of the new one wherever it says its own. */
function likeness(
  { programme, snapshots }: Known,
  { counts, date = '' }: Answers,
): DocumentRecord | undefined {
  const last = programme.documents.findLast(({ page }) => page === counts);
  if (!last) return undefined;
  const own = snapshots.findLast(({ sources }) => sources.some(({ document }) => document === last.id))?.date;
  if (own === undefined) return last;
  const dated = (text: string) => withDay(text, own, date);
  const both = ({ it, en }: Bilingual) => ({ it: dated(it), en: dated(en) });
  const id = dated(last.id);
  return {
    ...last,
    id: id === last.id ? id.replaceAll(own.slice(0, 4), date.slice(0, 4)) : id,
    title: both(last.title),
    ...(last.short ? { short: both(last.short) } : {}),
  };
}

export function documentAddition(known: Known, answers: Answers, sourceDir: string): Addition {
  const { id = '', title = '', titleEn = '', short = '', shortEn = '', publisher = '' } = answers;
  const { counts, text = '', url = '', licence = '' } = answers;
  const like = likeness(known, answers);
  const record: DocumentRecord = {
    id,
    title: { it: title, en: titleEn },
    ...(short === '' ? {} : { short: { it: short, en: shortEn === '' ? short : shortEn } }),
    publisher: kept(publisher, like?.publisher),
    page: counts as DocumentRecord['page'],
    ...(text === '' ? {} : { text: basename(text) }),
    ...(url === '' ? {} : { url }),
    ...(licence === '' ? {} : { licence: kept(licence, like?.licence) }),
  };
  const name = basename(text);
  const isElsewhere = text !== '' && existsSync(text) && !existsSync(join(sourceDir, name));
  return {
    programme: { ...known.programme, documents: [...known.programme.documents, record] },
    shown: [record],
    ...(isElsewhere ? { copy: { from: text, name } } : {}),
  };
}

/** What was proposed and left as it is keeps its English. */
function kept(text: string, proposed: string | Bilingual | undefined): string | Bilingual {
  return proposed !== undefined && inItalian(proposed) === text ? proposed : text;
}
