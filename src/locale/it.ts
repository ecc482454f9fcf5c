import type { Localised } from '../command.ts';

/** Italian: the model that every other language must match, phrase by phrase. */
export const it = {
  measures: {
    allocation: 'dotazione',
    share: 'quota della dotazione',
    activated: 'risorse attivate',
    committed: 'risorse impegnate',
    paid: 'pagamenti',
    certified: 'spesa certificata',
    declared: 'spesa ammissibile dichiarata',
    admitted: 'ammessi a finanziamento',
    programmed: 'stanziamento programmato',
    allocated: 'stanziamento',
    funded: 'finanziati',
    reprogrammed: 'risorse riprogrammate',
    updated_budget: 'risorse aggiornate',
    granted: 'concessi dalla Regione, fuori dagli impegni',
    unspecified: 'importo (non specificato)',
    projects: 'progetti',
    'selected-operations': 'operazioni selezionate',
    participants: 'destinatari',
    'participants-female': 'destinatari femmine',
    'participants-male': 'destinatari maschi',
    'participants-disability': 'persone con disabilità',
    'participants-migrants': 'migranti, CPT e minoranze',
    'participants-other': 'altre persone svantaggiate',
    'participants-vulnerable': 'persone particolarmente vulnerabili',
    'participants-active-inclusion': 'destinatari di interventi di inclusione attiva',
    'participants-labour-policy': 'destinatari di politica attiva del lavoro',
    'participants-skills': 'destinatari del rafforzamento delle competenze',
    'vulnerable-active-inclusion': 'vulnerabili in interventi di inclusione attiva',
    'vulnerable-job-placement': 'vulnerabili supportati nell’inserimento lavorativo',
    value: 'valore raggiunto',
    target: 'valore target',
    gap: 'distanza dal target',
    output: 'realizzazioni',
    'rate-activation': 'tasso di attivazione',
    'rate-commitment': 'tasso di impegno',
    'rate-payment': 'tasso di pagamento',
    'rate-certification': 'tasso di certificazione',
    'rate-paid-on-committed': 'pagato su impegnato',
    'rate-certified-on-paid': 'certificato su pagato',
    'committed-with-cigd': 'risorse impegnate con la CIGD',
    'rate-commitment-with-cigd': 'tasso di impegno con la CIGD',
    'remaining-to-activate': 'ancora da attivare',
    'remaining-to-commit': 'ancora da impegnare',
    'remaining-to-pay': 'ancora da pagare',
    'remaining-to-certify': 'ancora da certificare',
  },
  shareOf: {
    'participants-vulnerable-set': 'dei vulnerabili',
    participants: 'dei destinatari',
  },
  status: { reached: 'target raggiunto', near: 'vicino al target', below: 'sotto il target' },
  indicators: { result: 'indicatori di risultato', output: 'realizzazioni' },
  initiatives: 'Iniziative',
  initiativeCount: (count: number) => `${count} iniziative`,
  selection: 'Le iniziative sono una selezione: i loro importi non danno il totale dell’asse.',
  points: (signedNumber: string) => `${signedNumber} punti rispetto al target`,
  target: (value: string, year: number | null) => `target${year ? ` ${year}` : ''}: ${value}`,
  priority: (code: string) => `PI ${code}`,
  programme: 'Programma',
  asOf: (day: string) => `al ${day}`,
  derived: '(calcolato)',
  derivedFrom: (formula: string) => `calcolato: ${formula}`,
  page: { slide: 'slide', page: 'pag.', row: 'riga' },
  source: 'Fonte',
  notInSource: 'Non presente nella fonte',
  absent: (measure: string, subject: string) => `${measure}, ${subject}: non presente nella fonte.`,
  nearest: 'La fonte riporta invece',
  nothingElse: 'La fonte non riporta altre cifre su questo.',
  whichOne: 'Quale intendi?',
  whichOneFor: (text: string) => `«${text}» può indicare più cose: quale intendi?`,
  choosePlaceholder: 'Scegli una voce',
  notFound: (text: string) => `Non trovo «${text}».`,
  nearestNames: 'I nomi più vicini',
  available: 'Voci disponibili',
  unknownDate: (text: string) => `Nessun dato per «${text}».`,
  availableDates: 'Date disponibili',
  unknownMeasure: (text: string) => `Non conosco la misura «${text}».`,
  tooLong: 'Domanda troppo lunga: riscrivila in una o due frasi.',
  setAside: (words: string) => `Non ho considerato: «${words}».`,
  notUnderstood: 'Non ho capito la domanda.',
  offTopic: 'Rispondo solo sui dati del programma.',
  tryAsking: 'Prova a chiedere',
  wholeProgramme: 'Intero programma',
  unknownSubject: (words: string) => `Non trovo «${words}» tra i nomi del programma.`,
  meantWhole: 'Se intendi l’intero programma, sceglilo qui sotto.',
  share: 'Condividi nel canale',
  sharedBy: (who: string) => `Condiviso da ${who}`,
  outdated:
    'Questo pulsante appartiene a una versione precedente: ripeti il comando per una risposta aggiornata.',
  unknownCommand: (name: string) =>
    `Il comando «${name}» non esiste: usa /aiuto per vedere quelli disponibili.`,
  failure: (id: string) =>
    `Qualcosa è andato storto e non posso rispondere ora. Riprova; se si ripete, segnala il codice ${id}.`,
  missing: (option: string) => `Manca «${option}»: indicalo e riprova.`,
  severalThings: (count: number) => `${count} voci corrispondono alla domanda`,
  figures: (count: number) => `${count} cifre`,
  commands: 'Comandi',
  helpHeadline:
    'Chiedi una cifra con parole tue o con un comando: rispondo con data e fonte, o dico che la fonte non la riporta.',
  helpNote: 'Le risposte le vedi solo tu, finché non le condividi.',
  yes: 'sì',
  no: 'no',
  dateOption: { name: 'data', description: 'Data di riferimento; la più recente se non indicata' },
  privateOption: {
    name: 'privato',
    description: 'Vero: la vedi solo tu (predefinito). Falso: la vede tutto il canale',
  },
  examples: [
    'quanto ha certificato l’asse II?',
    'CR03 ha raggiunto il target?',
    'che fine ha fatto Nidi Gratis?',
    'quante donne nell’asse III?',
    'quanto manca da impegnare sull’asse IV?',
    'cos’è la CIGD?',
  ],
} as const satisfies Record<string, unknown>;

export type Phrases = Widened<typeof it>;

/** The shape of the Italian phrases with any wording. */
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widened<T[K]> };

export type LocalisedPhrases = Localised<Phrases>;
