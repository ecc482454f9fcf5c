import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { documentText } from '../../../src/maintenance/report/documentText.ts';
import { launchBrowser } from '../../http/browser.ts';
import { zipped } from '../zipped.ts';

const browser = await launchBrowser();
if (typeof browser === 'string') console.warn(`no browser can be started here: ${browser}`);
afterAll(() => (typeof browser === 'string' ? undefined : browser.close()));
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler) console.warn('pdftotext is not installed: reading of PDF is skipped');

const textOf = async (bytes: Uint8Array | string) => {
  const read = await documentText(Buffer.from(bytes));
  return read.ok ? read.text : read.why.en;
};

const slide = (...shapes: readonly string[]) =>
  `<p:sld xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>${shapes.join('')}</p:spTree></p:cSld></p:sld>`;
const box = (...paragraphs: readonly string[]) =>
  `<p:sp><p:txBody>${paragraphs.map((text) => `<a:p>${text}</a:p>`).join('')}</p:txBody></p:sp>`;
const run = (text: string) => `<a:r><a:rPr lang="it"/><a:t>${text}</a:t></a:r>`;

function presentation(order: readonly string[], slides: Readonly<Record<string, string>>): Buffer {
  const relations = Object.keys(slides).map(
    (name) => `<Relationship Id="r-${name}" Target="slides/${name}.xml"/>`,
  );
  const ids = order.map((name, at) => `<p:sldId id="${256 + at}" r:id="r-${name}"/>`);
  return zipped([
    {
      name: 'ppt/presentation.xml',
      bytes: `<p:presentation><p:sldIdLst>${ids.join('')}</p:sldIdLst></p:presentation>`,
    },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      bytes: `<Relationships>${relations.join('')}</Relationships>`,
    },
    ...Object.entries(slides).map(([name, bytes]) => ({ name: `ppt/slides/${name}.xml`, bytes })),
    { name: 'ppt/notesSlides/notesSlide1.xml', bytes: slide(box(run('appunti 99'))) },
  ]);
}

describe('the text of a document', () => {
  it('is that of the slides in the order in which they are shown, without numbers that PowerPoint fills in', async () => {
    const table = `<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p>${run('Impegnato')}</a:p></a:txBody></a:tc><a:tc><a:txBody><a:p>${run('190,9')}</a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>`;
    const pptx = presentation(['b', 'a'], {
      a: slide(box(run('Asse I &#8211; '), run('Occupazione')), table),
      b: slide(
        box(`${run('970')}${run(',4 ')}<a:br/>${run('M€')}`),
        box(`<a:fld type="slidenum"><a:t>7</a:t></a:fld>`),
      ),
    });
    expect(await textOf(pptx)).toBe('970,4 \nM€\n\fAsse I – \nOccupazione\n\nImpegnato\n\n190,9\n');
  });

  it.each([
    ['a text in Windows-1252', Buffer.from('Capacit\xe0 20,0 \x80', 'latin1'), 'Capacità 20,0 €\n'],
    ['a text with three blank lines between pages', 'a\n\n\n\nb\n\nc', 'a\n\fb\n\nc\n'],
    ['a damaged PDF', '%PDF-1.7 nothing', 'The PDF cannot be read'],
    ['an old PowerPoint file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'format of before 2007'],
    ['a workbook', zipped([{ name: 'xl/workbook.xml', bytes: '<x/>' }]), 'no presentation'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'This is no text'],
  ])('of %s is read, or its cause named', async (_, bytes, expected) => {
    expect(await textOf(bytes)).toContain(expected);
  });

  it.skipIf(typeof browser === 'string' || !hasPoppler)(
    'of a real PDF has its pages and its reading order',
    async () => {
      if (typeof browser === 'string') return;
      const page = await browser.newPage();
      await page.setContent(
        '<h1>Asse I</h1><p>Risorse impegnate 190,9 Mln€</p><h1 style="break-before: page">Asse II</h1><p>184,3</p>',
      );
      const text = await textOf(await page.pdf());
      await page.close();
      expect(text.split('\f').map((each) => each.replace(/\s+/g, ' ').trim())).toEqual([
        'Asse I Risorse impegnate 190,9 Mln€',
        'Asse II 184,3',
      ]);
    },
  );
});
