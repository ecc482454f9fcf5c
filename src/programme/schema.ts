import { z } from 'zod';
import { PUBLISHED_MEASURES, RATE_MEASURES, UNITS } from './measures.ts';

/** The single source of the dataset's types, its validation and its JSON Schemas (`npm run schema`). */

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'lower-case letters, digits, - and . only')
  .max(40)
  .describe('A readable id of at most 40 characters; buttons carry it, so do not change it once published');
const line = z.string().trim().min(1).max(1000);
const bilingual = z.strictObject({ it: line, en: line });
const names = z.array(line.max(200)).describe('What people also call it, in any language');
const day = z.iso.date();

const documentSchema = z.strictObject({
  id,
  title: bilingual,
  publisher: line,
  page: z.enum(['slide', 'page', 'row']).describe('What the number in "page" counts'),
  text: line.optional().describe('File name of its plain text, which check:data compares printed forms with'),
  pages: z
    .array(z.strictObject({ page: z.int().min(1), title: line, axis: id.nullable() }))
    .optional()
    .describe('The pages by number and title; "axis" is the axis that a page belongs to, null for none'),
  url: z.url().optional(),
  licence: line.optional(),
});

const fundingSource = z.strictObject({ id, printed: line, name: bilingual, aliases: names });

const axis = z.strictObject({
  id,
  number: z.int().min(1).max(20),
  name: bilingual,
  short: bilingual,
  official: bilingual,
  objective: line.nullable().describe('Thematic objective, such as OT9'),
  countsParticipants: z
    .literal(false)
    .optional()
    .describe("false where the programme's participants are those of the other axes (technical assistance)"),
  aliases: names,
});

const priority = z.strictObject({
  id,
  axis: id,
  code: line.describe('As in 9.iv'),
  name: bilingual,
  aliases: names,
});

const indicator = z.strictObject({
  id,
  kind: z.enum(['result', 'output']),
  code: line.nullable(),
  axis: id,
  priority: id.nullable().describe('null where the source prints none'),
  printed: line,
  name: bilingual,
  short: bilingual,
  targetYear: z.int().min(2000).max(2100).nullable(),
  aliases: names,
});

const initiative = z.strictObject({
  id,
  axis: id,
  priority: id.nullable(),
  printed: line,
  name: bilingual,
  aliases: names,
});

const term = z.strictObject({
  id,
  term: bilingual,
  meaning: bilingual,
  aliases: names,
});

const absent = z.strictObject({
  id,
  heard: names.min(1).describe('The words by which people ask for it'),
  answer: bilingual.describe('Says that it is not in the source, and what is'),
  yields: z
    .literal(true)
    .optional()
    .describe('true where the words give way to a figure that the rest of the question asks for'),
});

export const programmeSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.literal('programme'),
  cci: line.nullable(),
  name: bilingual,
  short: bilingual,
  region: bilingual,
  aliases: names,
  documents: z.array(documentSchema).min(1),
  fundingSources: z.array(fundingSource),
  axes: z.array(axis).min(1),
  priorities: z.array(priority),
  indicators: z.array(indicator),
  initiatives: z.array(initiative),
  glossary: z.array(term),
  absent: z.array(absent).describe('What people ask for and no document of the dataset holds'),
  sharedAliases: names.describe('Names that two or more records have on purpose; any other is a finding'),
});

const page = z.int().min(1);
const printing = z.strictObject({ page, printed: line, quote: line.optional() });

const figure = z.strictObject({
  subject: id,
  measure: z.enum(PUBLISHED_MEASURES),
  value: z.number().min(0).max(1e12),
  unit: z.enum(UNITS),
  page,
  printed: line.describe('The figure as printed, with the decimals and separators of the document'),
  quote: line.optional().describe('The words of the document around it'),
  also: z.array(printing).optional().describe('Other places where the same figure stands'),
  note: id.optional().describe('Key of a note in this file'),
});

const remark = z.strictObject({
  subject: id,
  note: id,
  document: id,
  page,
  quote: line,
});

const exclusion = z.strictObject({
  rule: z.literal('excluded-amount').describe('"measure" leaves out an amount that "included" holds'),
  subject: id,
  measure: z.enum(PUBLISHED_MEASURES),
  included: z.enum(PUBLISHED_MEASURES),
  amount: z.strictObject({
    subject: id,
    measure: z.enum(PUBLISHED_MEASURES),
    also: z
      .array(z.enum(PUBLISHED_MEASURES))
      .optional()
      .describe('Measures under which the same amount is printed again, which must agree'),
  }),
  note: id,
});

const rounding = z.strictObject({
  rule: z
    .literal('rounding')
    .describe('The printed parts of "measure" miss the printed total by rounding alone'),
  subject: id.describe('Whose total it is'),
  measure: z.enum(PUBLISHED_MEASURES),
  unit: z.enum(UNITS),
  note: id,
});

const overbooking = z.strictObject({
  rule: z
    .literal('overbooking')
    .describe('Commitments exceed the allocation, as the document publishes them'),
  document: id,
  subject: id,
  note: id,
});

const fall = z.strictObject({
  rule: z.literal('fall').describe('A cumulative figure is lower than at the date before, as published'),
  subject: id,
  measure: z.enum(PUBLISHED_MEASURES),
  note: id,
});

const aboveHundred = z.strictObject({
  rule: z.literal('above-100').describe('A rate exceeds 100 %, as the published figures make it'),
  subject: id,
  measure: z.enum(RATE_MEASURES),
  note: id,
});

const gone = z.strictObject({
  rule: z
    .literal('gone')
    .describe('The documents of this date no longer name an initiative of the date before'),
  subject: id,
  note: id,
});

export const snapshotSchema = z.strictObject({
  $schema: z.string().optional(),
  date: day.describe('The reporting date of every figure in this file'),
  partial: z
    .literal(true)
    .optional()
    .describe('true where the file holds only part of what is known: its date is never the default one'),
  sources: z.array(z.strictObject({ document: id, figures: z.array(figure) })).min(1),
  remarks: z.array(remark),
  exceptions: z
    .array(z.discriminatedUnion('rule', [exclusion, rounding, overbooking, fall, aboveHundred, gone]))
    .describe('Where a rule of the check does not hold, and why'),
  notes: z.record(id, bilingual),
});

export type ProgrammeFile = z.infer<typeof programmeSchema>;
export type SnapshotFile = z.infer<typeof snapshotSchema>;
export type Bilingual = z.infer<typeof bilingual>;
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
export type RoundingException = z.infer<typeof rounding>;
export type Overbooking = z.infer<typeof overbooking>;
export type RemarkRow = z.infer<typeof remark>;
export type Printing = z.infer<typeof printing>;
