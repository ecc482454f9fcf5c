import { z } from 'zod';
import { MEASURES, PUBLISHED_MEASURES, RATE_MEASURES, UNITS } from './measures.ts';

/** The single source of the dataset's types, its validation and its JSON Schemas (`npm run schema`). */

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/)
  .max(40)
  .describe('A readable id of at most 40 characters; buttons carry it, so do not change it once published');
const line = z.string().trim().min(1).max(1000);
/** What an id can name in another place. That it is there is a rule; editors offer what is. */
export const REFERENTS = ['subject', 'axis', 'priority', 'document', 'note'] as const;
export type Referent = (typeof REFERENTS)[number];
const REFERS = {
  subject: 'Id of what it is about, from programme.json',
  axis: 'Id of an axis',
  priority: 'Id of an investment priority',
  document: 'Id of a document described in programme.json',
  note: 'Key of a note at the end of this file: what a careful reader must know',
} as const satisfies Record<Referent, string>;
const idOf = (refersTo: Referent) => id.meta({ refersTo, description: REFERS[refersTo] });
const bilingual = z.strictObject({ it: line, en: line });
const note = bilingual.extend({
  brief: bilingual.optional().describe('The note in a few words, for under a figure'),
  detail: z
    .literal(true)
    .optional()
    .describe('true for what concerns the source and not the figure: it is said with the sources only'),
});
const names = z.array(line.max(200)).describe('What people also call it, in any language');
const day = z.iso.date();

/** Whether a text is a day of the calendar, written as 2020-12-31. */
export const isDay = (text: string): boolean => day.safeParse(text).success;
/** The Commission's open data that can be imported: money by axis and year, indicators by priority and year. */
export const OPEN_DATA = ['finance', 'achievements'] as const;
export type OpenData = (typeof OPEN_DATA)[number];

const until = day.describe('The last reporting date at which it was called so');
const FORMERLY =
  'The names that it had before the present one, from the oldest: it keeps its id, and answers name it as at their date';

const documentSchema = z.strictObject({
  id,
  title: bilingual,
  short: bilingual
    .optional()
    .describe('Who or what a card names before the page, without date and programme; the title if left out'),
  publisher: z
    .union([line, bilingual])
    .describe('Who published it; in both languages where its name differs'),
  page: z.enum(['slide', 'page', 'row']).describe('What the number in "page" counts'),
  text: line.optional().describe('File name of its plain text, which check:data compares printed forms with'),
  pages: z
    .array(z.strictObject({ page: z.int().min(1), title: line, axis: idOf('axis').nullable() }))
    .optional()
    .describe('The pages by number and title; "axis" is the axis that a page belongs to, null for none'),
  dates: z
    .literal('several')
    .optional()
    .describe('"several" where the document itself gives the figures of several dates; any other is of one'),
  import: z
    .enum(OPEN_DATA)
    .optional()
    .describe('The format of the Commission’s open data that npm run import:eu reads this document in'),
  url: z.url().optional(),
  licence: z.union([line, bilingual]).optional(),
});

const fundingSource = z.strictObject({ id, printed: line, name: bilingual, aliases: names });

/** A letter that is no Roman numeral. */
export const AXIS_LETTER = /^[A-HJ-UWYZ]$/;

const axis = z.strictObject({
  id,
  number: z.int().min(1).max(20),
  letter: z
    .string()
    .regex(AXIS_LETTER)
    .optional()
    .describe('Where the programme letters its axes, as in "Asse B"; I, V and X would be Roman numerals'),
  code: line
    .optional()
    .describe('As the Commission’s open data write it, where that is not the Roman numeral'),
  name: bilingual,
  short: bilingual,
  official: bilingual,
  objective: line.nullable().describe('Thematic objective, such as OT9'),
  countsParticipants: z
    .literal(false)
    .optional()
    .describe("false where the programme's participants are those of the other axes (technical assistance)"),
  formerly: z
    .array(
      z.strictObject({ until, name: bilingual, short: bilingual.optional(), official: bilingual.optional() }),
    )
    .min(1)
    .optional()
    .describe(FORMERLY),
  aliases: names,
});

const priority = z.strictObject({
  id,
  axis: idOf('axis'),
  code: line.describe('As in 9.iv'),
  name: bilingual,
  aliases: names,
});

const indicator = z.strictObject({
  id,
  kind: z.enum(['result', 'output']),
  code: line.nullable(),
  axis: idOf('axis'),
  priority: idOf('priority').nullable().describe('null where the source prints none'),
  printed: line,
  name: bilingual,
  short: bilingual,
  targetYear: z.int().min(2000).max(2100).nullable(),
  formerly: z
    .array(z.strictObject({ until, printed: line, name: bilingual, short: bilingual.optional() }))
    .min(1)
    .optional()
    .describe(FORMERLY),
  aliases: names,
});

const initiative = z.strictObject({
  id,
  axis: idOf('axis'),
  priority: idOf('priority').nullable(),
  printed: line,
  name: bilingual,
  formerly: z
    .array(z.strictObject({ until, printed: line, name: bilingual }))
    .min(1)
    .optional()
    .describe(FORMERLY),
  aliases: names,
});

const term = z.strictObject({
  id,
  term: bilingual,
  meaning: bilingual.describe(
    'Without amounts: those have a date and a source, and belong under figures; {date} stands for the latest date',
  ),
  figures: z
    .array(z.strictObject({ subject: id, measure: z.enum(MEASURES) }))
    .min(1)
    .optional()
    .describe('What is told below the meaning, at the date asked for'),
  aliases: names,
});

const absent = z.strictObject({
  id,
  heard: names.min(1).describe('The words by which people ask for it'),
  answer: bilingual.describe(
    'Says that it is not in the source, and what is; {date} stands for the latest date',
  ),
  yields: z
    .literal(true)
    .optional()
    .describe('true where the words give way to a figure that the rest of the question asks for'),
});

const questions = z.array(line.max(80)).min(1).max(8);

const ownMeasure = z.strictObject({
  measure: z.enum(MEASURES),
  name: bilingual.describe('What the programme calls it, as in the middle of a sentence'),
  heard: names.describe('Words by which people ask for it, besides the usual ones'),
});

export const programmeSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.literal('programme'),
  cci: line.nullable(),
  name: bilingual,
  short: bilingual,
  region: bilingual,
  aliases: names,
  talk: names
    .optional()
    .describe('Words that people say in passing, such as the name of the region, and that ask for nothing'),
  examples: z
    .strictObject({ it: questions, en: questions })
    .optional()
    .describe('Questions to try, the best three first; left out, they are made from the records'),
  documents: z.array(documentSchema).min(1),
  fundingSources: z.array(fundingSource),
  axes: z.array(axis).min(1),
  priorities: z.array(priority),
  indicators: z.array(indicator),
  initiatives: z.array(initiative),
  glossary: z.array(term),
  absent: z.array(absent).describe('What people ask for and no document of the dataset holds'),
  measures: z
    .array(ownMeasure)
    .optional()
    .describe('Measures that the programme calls by another name than the usual one'),
  sharedAliases: names.describe('Names that two or more records have on purpose; any other is a finding'),
});

const page = z.int().min(1).describe('Number of the slide, page or row');
const measure = z.enum(PUBLISHED_MEASURES).describe('What it measures');
const unit = z.enum(UNITS).describe('What the value counts');
const confirm = (what: string) =>
  line
    .optional()
    .describe(
      `To be confirmed: carried over from the date before. Change ${what}, or remove this key where it still holds`,
    );
const printing = z.strictObject({ page, printed: line, quote: line.optional() });

const figure = z.strictObject({
  subject: idOf('subject'),
  measure,
  value: z
    .number()
    .min(0)
    .max(1e12)
    .describe('The number, with a decimal point: the decimals may be fewer than printed, never other ones'),
  unit,
  page,
  printed: line.describe('The figure as printed, with the decimals and separators of the document'),
  confirm: confirm('"value" and "printed"'),
  was: line
    .optional()
    .describe('What the date before printed, where a new report proposes the figure and "confirm" stands'),
  quote: line.optional().describe('The words of the document around it'),
  also: z.array(printing).optional().describe('Other places where the same figure stands'),
  sum: z
    .strictObject({
      rows: z
        .array(z.strictObject({ page, printed: line }))
        .min(2)
        .max(100),
      note: idOf('note'),
    })
    .optional()
    .describe('Rows that a table has in the place of the figure, which is their sum; the note says so'),
  note: idOf('note').optional(),
});

const remark = z.strictObject({
  subject: idOf('subject'),
  note: idOf('note'),
  document: idOf('document'),
  page,
  quote: line,
  confirm: confirm('"quote"'),
  was: line
    .optional()
    .describe('What the date before quoted, where a new report proposes the words and "confirm" stands'),
});

const exclusion = z.strictObject({
  rule: z.literal('excluded-amount').describe('"measure" leaves out an amount that "included" holds'),
  subject: idOf('subject'),
  measure,
  included: z.enum(PUBLISHED_MEASURES),
  amount: z.strictObject({
    subject: idOf('subject'),
    measure,
    also: z
      .array(z.enum(PUBLISHED_MEASURES))
      .optional()
      .describe('Measures under which the same amount is printed again, which must agree'),
  }),
  note: idOf('note'),
});

const rounding = z.strictObject({
  rule: z
    .literal('rounding')
    .describe('The printed parts of "measure" miss the printed total by rounding alone'),
  subject: idOf('subject').describe('Whose total it is'),
  measure,
  unit,
  note: idOf('note'),
});

const overbooking = z.strictObject({
  rule: z
    .literal('overbooking')
    .describe('Commitments, or activated resources, exceed the allocation, as the document publishes them'),
  document: idOf('document'),
  subject: idOf('subject'),
  note: idOf('note'),
});

const fall = z.strictObject({
  rule: z.literal('fall').describe('A cumulative figure is lower than at the date before, as published'),
  subject: idOf('subject'),
  measure: z.enum(PUBLISHED_MEASURES),
  note: idOf('note'),
});

const aboveHundred = z.strictObject({
  rule: z.literal('above-100').describe('A rate exceeds 100 %, as the published figures make it'),
  subject: idOf('subject'),
  measure: z.enum(RATE_MEASURES),
  note: idOf('note'),
});

const gone = z.strictObject({
  rule: z
    .literal('gone')
    .describe('The documents of this date no longer name an initiative of the date before'),
  subject: idOf('subject'),
  note: idOf('note'),
});

const jump = z.strictObject({
  rule: z.literal('jump').describe('A cumulative amount is more than tenfold that of the date before'),
  subject: idOf('subject'),
  measure: z.enum(PUBLISHED_MEASURES),
  note: idOf('note'),
});

const movedTarget = z.strictObject({
  rule: z.literal('target').describe('The target of an indicator is another than at the date before'),
  subject: idOf('subject'),
  note: idOf('note'),
});

const measureGone = z.strictObject({
  rule: z
    .literal('measure-gone')
    .describe('The documents of this date no longer print a measure of the date before'),
  subject: idOf('subject'),
  measure: z.enum(PUBLISHED_MEASURES),
  note: idOf('note'),
});

const number = line.describe('As printed: 970.474.516, 99, 8,5');

const noteNumber = z.strictObject({
  rule: z
    .literal('number')
    .describe('"note" says a number that no figure and no quote prints, such as a sum of figures'),
  note: idOf('note'),
  number,
});

const unclaimed = z.strictObject({
  rule: z.literal('unclaimed').describe('A cited page prints a number that is no figure of this file'),
  document: idOf('document'),
  page,
  number,
  note: idOf('note'),
});

const shared = z.strictObject({
  rule: z
    .literal('shared')
    .describe('One printed number is the figure of several subjects, and the page says so'),
  document: idOf('document'),
  page,
  number,
  note: idOf('note'),
});

export const snapshotSchema = z.strictObject({
  $schema: z.string().optional(),
  date: day.describe('The reporting date of every figure in this file'),
  partial: z
    .literal(true)
    .optional()
    .describe('true where the file holds only part of what is known: its date is never the default one'),
  sources: z
    .array(
      z.strictObject({
        document: idOf('document'),
        confirm: confirm('"document"'),
        figures: z.array(figure),
      }),
    )
    .min(1),
  remarks: z.array(remark),
  exceptions: z
    .array(
      z.discriminatedUnion('rule', [
        exclusion,
        rounding,
        overbooking,
        fall,
        jump,
        movedTarget,
        aboveHundred,
        gone,
        measureGone,
        noteNumber,
        unclaimed,
        shared,
      ]),
    )
    .describe('Where a rule of the check does not hold, and why'),
  notes: z.record(id, note.extend({ confirm: confirm('"it" and "en"') })),
});

export type ProgrammeFile = z.infer<typeof programmeSchema>;
export type SnapshotFile = z.infer<typeof snapshotSchema>;
export type Bilingual = z.infer<typeof bilingual>;
/** What a careful reader must know about a figure. */
export type Note = z.infer<typeof note>;
export type DocumentRecord = z.infer<typeof documentSchema>;
export type FundingSource = z.infer<typeof fundingSource>;
export type Axis = z.infer<typeof axis>;
export type Priority = z.infer<typeof priority>;
export type Indicator = z.infer<typeof indicator>;
export type Initiative = z.infer<typeof initiative>;
export type GlossaryTerm = z.infer<typeof term>;
export type AbsentTopic = z.infer<typeof absent>;
export type FigureRow = z.infer<typeof figure>;
export type Exclusion = z.infer<typeof exclusion>;
export type Overbooking = z.infer<typeof overbooking>;
export type Printing = z.infer<typeof printing>;
