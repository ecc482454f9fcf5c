import { edits } from './distance.ts';

/** Stop words, folded; single letters are stop words by rule. */
const ITALIAN = `
  il lo la gli le un uno una di del dello della dei degli delle da dal dallo dalla dai dagli dalle
  al allo alla ai agli alle in nel nello nella nei negli nelle su sul sullo sulla sui sugli sulle
  con col coi per tra fra ed od ma se che chi cui non ne ci vi si mi ti lui lei noi voi loro
  mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre
  questo questa questi queste quello quella quelli quelle quel quei quegli
  come dove quando quanto quanta quanti quante quale quali qual cosa cos perche
  sono sei siamo siete ero era erano essere stato stata stati state sta stanno
  ho hai ha abbiamo avete hanno avere avuto fa fanno fare fatto va vanno vada
  anche ancora gia poi ora adesso entro fino finora oggi solo tutto tutta tutti tutte ogni piu meno molto
  dell all nell sull dall quell cosi quindi dunque ecco sia ossia oppure presso verso circa
  po qui qua li dammi dimmi mostrami vorrei voglio puoi puo sai sapere dici dire mi c'e
`;

const ENGLISH = `
  the an of to in on at by for from with without into about as is are was were be been being am
  do does did done has have had having and or but if not no nor so than then that this these those there here
  it we us you he she they them his her their our my your me
  what which who whom whose when where why how much many any some all each every
  can could will would shall should may might must please tell show give let got get gets up out
`;

const listed = (words: string): readonly string[] => words.split(/\s+/).filter(Boolean);
const STOPS = { italian: new Set(listed(ITALIAN)), english: new Set(listed(ENGLISH)) };

export type Language = keyof typeof STOPS;

/** Words by which people ask for a figure of something; they neither name the thing nor speak against it. */
const ASKING = new Set(
  `soldi risorse risorsa euro eur milioni milione mln mld budget dotazione plafond importo importi totale cifra cifre
   valore valori numero numeri dato dati figure figures amount amounts money million millions total number numbers
   speso spesi spesa spese pagato pagati pagata pagate pagamenti liquidato liquidati liquidata liquidate erogato erogati erogate
   impegnato impegnati impegnata impegnate impegni attivato attivati attivata attivate stanziato stanziati stanziata stanziate
   stanziamento certificato certificati certificata certificate finanziato finanziati finanziata finanziate ammessi ammesse
   allocation allocated activated committed paid certified spent spending funded funding granted
   costa costo costi vale valgono ammonta ammontano percentuale percentage percent target
   iniziativa iniziative progetto progetti misura misure asse indicatore indicatori priorita priority initiative
   initiatives project projects indicator indicators partecipanti destinatari participants recipients
   stato avanzamento aggiornamento aggiornato situazione punto informazioni info notizie
   cerco cercare trova trovare sapete esiste esistono riguarda riguardo relativo relativi relativa`.split(
    /\s+/,
  ),
);

const ALL_STOPS = new Set([...STOPS.italian, ...STOPS.english]);

export function isStop(term: string): boolean {
  return term.length === 1 ? !/\d/.test(term) : ALL_STOPS.has(term);
}

const SLIPPABLE = [...ALL_STOPS].filter((term) => term.length > 3);

/** A stop word with one typo: "devla", "qunato". Shorter words resemble too much. */
export function isSlipOfStop(term: string): boolean {
  return term.length > 4 && term.length < 9 && SLIPPABLE.some((stop) => edits(term, stop, 1) < 2);
}

/** The count of Italian stop words minus that of English ones. */
export function joiningLead(terms: readonly string[]): number {
  const count = (language: Language) => terms.filter((term) => STOPS[language].has(term)).length;
  return count('italian') - count('english');
}

/** The language with more stop words; null for a tie. */
export function languageOf(terms: readonly string[]): Language | null {
  const lead = joiningLead(terms);
  if (lead === 0) return null;
  return lead > 0 ? 'italian' : 'english';
}

export const isAsking = (term: string): boolean => ASKING.has(term);
