import type { Unguarded, UnguardedFigure } from '../check/unguarded/unguarded.ts';
import { grouped } from '../model/grouped.ts';
import type { Locale } from '../model/locale.ts';

/** The figures that no rule guards, page by page, so that one person reads them aloud and another looks at the page. */
export function unguardedText(left: Unguarded | null, locale: Locale): readonly string[] {
  if (left === null) return [];
  const { figures, tried, imported } = left;
  const say = WORDS[locale];
  const pages = [...grouped(figures, ({ date, document, page }) => say.page(date, document, page))];
  return [
    figures.length === 0 ? say.none(tried) : say.some(figures.length, tried),
    ...pages.map(([page, own]) => [page, ...own.map((figure) => line(figure, own, locale))].join('\n')),
    ...(imported.length === 0
      ? []
      : [say.imported(imported.map(({ document, count }) => `${document} ${count}`).join(', '))]),
  ];
}

function line({ printed, unit, name }: UnguardedFigure, own: readonly UnguardedFigure[], locale: Locale) {
  const width = Math.max(...own.map((figure) => figure.printed.length));
  const words = unit === 'MEUR' ? WORDS[locale].millions : '';
  return `  ${printed.padStart(width)}${words}  ${name[locale]}`;
}

/** The key `unguarded`; nothing where it was not asked for, or the dataset has errors. */
export function unguardedJson(left: Unguarded | null, locale: Locale) {
  if (left === null) return {};
  const { figures, tried, imported } = left;
  return {
    unguarded: figures.map(({ name, ...figure }) => ({ ...figure, name: name[locale] })),
    tried: { figures: tried, imported },
  };
}

const it = {
  some: (count: number, tried: number) =>
    `Se fosse sbagliata, nessuna regola coglierebbe questa cifra: ${count} su ${tried}. Da rileggere ad alta voce in due, una pagina alla volta:`,
  none: (tried: number) => `Ogni cifra è sorvegliata da una regola: ${tried} su ${tried}.`,
  page: (date: string, document: string, page: number) => `${date}, ${document}, pagina ${page}`,
  millions: ' Mln €',
  imported: (documents: string) =>
    `Non provate, perché le scrive npm run import:eu e non una persona: ${documents}.`,
};

const en: typeof it = {
  some: (count, tried) =>
    `If it were wrong, no rule would catch this figure: ${count} of ${tried}. For two people to read aloud, page by page:`,
  none: (tried) => `Every figure is guarded by a rule: ${tried} of ${tried}.`,
  page: (date, document, page) => `${date}, ${document}, page ${page}`,
  millions: ' million euros',
  imported: (documents) => `Not tried, since npm run import:eu writes them and no person: ${documents}.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
