import type { Locale } from '../../model/locale.ts';

const it = {
  language: 'Lingua',
  messages: 'Messaggi',
  composer: 'Messaggio: una domanda, oppure / per i comandi',
  placeholder: 'Una domanda, o / per i comandi',
  placeholderOption: (option: string) => `Valore di ${option}`,
  placeholderDone: 'Premi Invio per inviare',
  hint: '↑ ↓ scorri o richiama · Invio scegli o invia · Esc annulla',
  send: 'Invia',
  commands: 'Comandi',
  choices: (option: string) => `Scelte per ${option}`,
  count: (count: number) => (count === 1 ? '1 scelta' : `${count} scelte`),
  options: 'Comando e opzioni',
  drop: (command: string) => `Togli il comando ${command}`,
  edit: (option: string) => `Cambia ${option}`,
  fill: (option: string) => `Aggiungi ${option}`,
  required: 'obbligatorio',
  yes: 'Sì',
  no: 'No',
  person: 'ospite',
  used: 'ha usato',
  app: 'Bot',
  onlyYou: 'Solo tu puoi vedere questo messaggio',
  dismiss: 'Nascondi',
  choose: 'Scegli',
  image: 'Grafico',
  waiting: 'Il bot sta rispondendo…',
  missing: (option: string) => `Manca un’opzione obbligatoria: ${option}.`,
  unknownOption: (option: string, command: string, options: string) =>
    options === ''
      ? `${command} non ha opzioni: togli «${option}:».`
      : `${command} non ha l’opzione «${option}»: scegli fra ${options}.`,
  yesOrNo: (option: string) => `Per ${option} scrivi Sì o No.`,
  unknownCommand: (text: string) => `Nessun comando si chiama ${text}: scegli dall’elenco.`,
  tooLong: (length: number) => `La domanda ha ${length} caratteri: al massimo sono 6000.`,
  offline: 'Il server non risponde: controlla che sia acceso e riprova.',
  failed: 'Il bot non è riuscito a rispondere: il motivo è nel registro del server.',
  kept: 'Il testo è rimasto qui.',
  welcome:
    'Ciao! Questa è una **chat di prova**: risponde come il bot su Discord, ma resta su questo computer.\nScegli una domanda, scrivine una tua oppure digita `/` per vedere i comandi.',
};

const en: typeof it = {
  language: 'Language',
  messages: 'Messages',
  composer: 'Message: a question, or / for the commands',
  placeholder: 'A question, or / for the commands',
  placeholderOption: (option) => `Value of ${option}`,
  placeholderDone: 'Press Enter to send',
  hint: '↑ ↓ move or recall · Enter choose or send · Esc cancel',
  send: 'Send',
  commands: 'Commands',
  choices: (option) => `Choices for ${option}`,
  count: (count) => (count === 1 ? '1 choice' : `${count} choices`),
  options: 'Command and options',
  drop: (command) => `Remove the command ${command}`,
  edit: (option) => `Change ${option}`,
  fill: (option) => `Add ${option}`,
  required: 'required',
  yes: 'Yes',
  no: 'No',
  person: 'guest',
  used: 'used',
  app: 'Bot',
  onlyYou: 'Only you can see this message',
  dismiss: 'Dismiss',
  choose: 'Choose',
  image: 'Chart',
  waiting: 'The bot is answering…',
  missing: (option) => `A required option is missing: ${option}.`,
  unknownOption: (option, command, options) =>
    options === ''
      ? `${command} has no options: remove “${option}:”.`
      : `${command} has no option “${option}”: choose from ${options}.`,
  yesOrNo: (option) => `For ${option} write Yes or No.`,
  unknownCommand: (text) => `No command is called ${text}: choose from the list.`,
  tooLong: (length) => `The question has ${length} characters: 6000 is the most.`,
  offline: 'The server does not answer: check that it is running and try again.',
  failed: 'The bot could not answer: the server’s log says why.',
  kept: 'The text is still here.',
  welcome:
    'Hello! This is a **trial chat**: it answers as the bot does on Discord, but stays on this computer.\nPick a question, type your own, or type `/` to see the commands.',
};

export type Words = typeof it;
export const words: Readonly<Record<Locale, Words>> = { it, en };
