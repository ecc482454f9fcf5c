import { posix } from 'node:path';
import { Parser } from 'htmlparser2';
import { entriesOf, type ZipProblem } from '../zip.ts';

const PRESENTATION = 'ppt/presentation.xml';
const RELATIONS = 'ppt/_rels/presentation.xml.rels';
const SLIDE = /^ppt\/slides\/[^/]+\.xml$/;
/** Far more than the slides, pictures and layouts of a report; a ZIP of more is no report. */
const LIMITS = { entries: 5000, unpacked: 100 * 1024 * 1024 };

/**
 * The text of each slide of a PowerPoint file in the order in which they are shown: a line for a paragraph, a blank line
 * between boxes. Null where the file is another kind of ZIP.
 */
export async function slideTexts(bytes: Uint8Array): Promise<readonly string[] | ZipProblem | null> {
  const wanted = (name: string) => name === PRESENTATION || name === RELATIONS || SLIDE.test(name);
  const unzipped = await entriesOf(bytes, { ...LIMITS, wanted });
  if (!unzipped.ok) return unzipped.reason === 'empty' ? null : unzipped;
  const files = new Map(unzipped.entries.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  const [presentation, relations] = [files.get(PRESENTATION), files.get(RELATIONS)];
  if (presentation === undefined || relations === undefined) return null;
  const targets = new Map(attributesOf(relations, 'Relationship').map(({ Id, Target }) => [Id, Target]));
  return attributesOf(presentation, 'p:sldId').map(({ 'r:id': id }) => {
    const target = targets.get(id);
    // A target may be given from the root of the file. A slide that is not there keeps its number.
    const slide = target === undefined ? undefined : files.get(posix.resolve('/ppt', target).slice(1));
    return slide === undefined ? '' : slideText(slide);
  });
}

type Attributes = Readonly<Record<string, string | undefined>>;

function attributesOf(xml: string, element: string): readonly Attributes[] {
  const all: Attributes[] = [];
  parse(xml, { onopentag: (name, attributes) => name === element && all.push(attributes) });
  return all;
}

const BOXES: ReadonlySet<string> = new Set(['p:sp', 'p:graphicFrame', 'a:tc']);

/** Numbers of slides and dates of the day, which PowerPoint fills in, are no text of the report. */
function slideText(xml: string): string {
  let text = '';
  let isPrinted = false;
  let filledIn = 0;
  parse(xml, {
    onopentag(name) {
      if (name === 'a:fld') filledIn += 1;
      if (name === 'a:t') isPrinted = filledIn === 0;
      if (name === 'a:br') text += '\n';
    },
    ontext(piece) {
      if (isPrinted) text += piece;
    },
    onclosetag(name) {
      if (name === 'a:fld') filledIn -= 1;
      if (name === 'a:t') isPrinted = false;
      if (name === 'a:p') text += '\n';
      if (BOXES.has(name)) text += '\n';
    },
  });
  return text;
}

function parse(xml: string, handlers: ConstructorParameters<typeof Parser>[0]): void {
  const parser = new Parser(handlers, { xmlMode: true });
  parser.write(xml);
  parser.end();
}
