import { found, type Rule } from '../files.ts';

/** `168,5 Mln €`, `€168.5 M`, `57,3 %`. */
const AMOUNT = /€\s*\d|\d\s*(?:€|%|mln\b|mld\b|milion|miliard|million|billion|euro\b)/iu;

/** What explains a word stands for every date: an amount in it would have no source, and go stale unseen. */
export const amountsInWords: Rule = ({ programme }) => {
  const { glossary, absent } = programme.content;
  const texts = [
    ...glossary.map(({ meaning }, at) => ({ text: meaning, path: ['glossary', at, 'meaning'] })),
    ...absent.map(({ answer }, at) => ({ text: answer, path: ['absent', at, 'answer'] })),
  ];
  return texts
    .filter(({ text }) => AMOUNT.test(text.it) || AMOUNT.test(text.en))
    .map(({ path }) =>
      found(programme, path, {
        rule: 'amounts-in-words',
        message: {
          it: 'Il testo cita un importo o una percentuale, senza data e senza fonte.',
          en: 'The text quotes an amount or a percentage, without date and source.',
        },
        advice: {
          it: 'Toglierlo dal testo. Una voce del glossario può indicarlo in "figures", con soggetto e misura: la risposta lo prende dalla data richiesta.',
          en: 'Take it out of the text. A term of the glossary may name it under "figures", by subject and measure: the answer takes it from the date asked for.',
        },
      }),
    );
};
