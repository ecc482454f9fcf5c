import type { Locale } from '../../model/locale.ts';

const it = {
  notAllowed:
    'Solo i manutentori dei dati possono farlo, in un server che gestiscono (permesso «Gestire il server»).',
  working: 'Un momento: sto scrivendo i dati…',
  cancelled: 'Annullato: non è cambiato nulla.',
  reviewOf: (file: string) => `Controllo – ${file}`,
  unknownFile: 'file non riconosciuto',
  rollbackTo: (version: string) => `Ripristino – versione ${version}`,
  errors: (errors: number) =>
    `${errors === 1 ? 'Un errore' : `${errors} errori`}: da correggere prima di aggiornare. Non è cambiato nulla.`,
  same: 'Uguale ai dati che ci sono già: non c’è nulla da aggiornare.',
  fine: (differences: number) =>
    `Nessun errore; ${differences === 1 ? 'una differenza' : `${differences} differenze`} rispetto ai dati in uso.`,
  checkedOnly: 'È solo un controllo: non è cambiato nulla.',
  confirmNote:
    'Confermando, le risposte cambiano subito; la versione di adesso si conserva e si può ripristinare con /dati ripristina.',
  anotherNote: (asker: string) =>
    `Chiesto da ${asker}. Deve confermare un altro manutentore: per questo si vede in tutto il canale.`,
  ownChange:
    'L’hai chiesto tu: deve confermare un altro manutentore, con il pulsante di questo messaggio. Non è cambiato nulla.',
  voidChange:
    'Questa anteprima non vale più (è passato un giorno, o nel frattempo i dati sono cambiati): ripeti il comando. Non è cambiato nulla.',
  folderDiffers:
    'La cartella dei dati non contiene quello da cui il bot risponde (è stata cambiata o rovinata a mano): confermando, si rimettono questi dati.',
  toCorrect: 'Da correggere',
  warnings: 'Avvisi',
  differences: 'Che cosa cambia',
  tables: 'Dalla tabella',
  noDifferences: 'Nessuna cifra e nessun nome: solo il modo in cui i file sono scritti.',
  draft: (left: number) =>
    `È una bozza: ${left === 1 ? 'una voce è' : `${left} voci sono`} ancora da confermare, e fino ad allora non si risponde da qui.`,
  more: (count: number) => `… e ${count === 1 ? 'un’altra riga' : `altre ${count} righe`} nel file allegato`,
  report: 'controllo.txt',
  cutOff: 'Il resto è troppo lungo e manca: correggere prima quello che c’è sopra.',
  confirm: 'Conferma',
  cancel: 'Annulla',
  updated: 'Dati aggiornati',
  rolledBack: 'Versione ripristinata',
  notLoaded:
    'I dati sono scritti, ma il bot non è riuscito a caricarli: per ora risponde ancora da quelli di prima. Il perché è in /dati stato.',
  files: 'File',
  signed: (by: string) => `Registrato nello storico: ${by}.`,
  signedByTwo: (asker: string, by: string) =>
    `Registrato nello storico: chiesto da ${asker}, confermato da ${by}.`,
  chooseVersion: 'A quale versione vuoi tornare?',
  versionMenu: 'Scegli una versione',
  noVersions: 'Non c’è nessuna versione precedente: se ne conserva una a ogni aggiornamento.',
  'unknown-version': 'Questa versione non c’è (più): scegline una dall’elenco di /dati ripristina.',
  byHand: 'messa nella cartella a mano',
  upTo: (date: string) => `dati fino al ${date}`,
  reportsTitle: 'Risposte segnalate',
  reportsFile: 'segnalazioni.txt',
  moreReports: (shown: number) =>
    `Qui sono le ultime ${shown}; tutte nel file allegato. Anche con npm run reports.`,
  questionsTitle: 'Domande senza risposta',
  questionsFile: 'domande.txt',
  moreQuestions: (shown: number) =>
    `Qui sono le ${shown} più frequenti; tutte nel file allegato. Anche con npm run missed.`,
  otherQuestions: (count: number) => `… e altre ${count}: npm run missed.`,
  missingFile: 'Manca il file: allegalo e riprova.',
  host: 'Il file non sta tra gli allegati di Discord: caricalo con il comando.',
  size: 'Il file supera 8 MB: un file dei dati è molto più piccolo.',
  unreachable: 'Non riesco a leggere l’allegato da Discord: riprova a caricarlo.',
  forgotten:
    'Questo file non è più in attesa (si dimentica dopo un giorno, o prima se ne arrivano altri venti): caricalo di nuovo con /dati aggiorna.',
  outdated:
    'Nel frattempo i dati sono cambiati: quello che hai visto non vale più. Ripeti il comando per vedere le differenze di adesso.',
  unchanged: 'Questi dati sono già in uso: non c’è nulla da cambiare.',
  unseen: 'Discord non ha ricevuto in tempo la conferma: non è cambiato nulla. Ripeti il comando.',
  busy: 'Qualcun altro sta cambiando i dati: riprova tra poco.',
  readOnly: (code: string) =>
    `I file dei dati sono in sola lettura (${code}): da qui non si possono cambiare, e non è cambiato nulla. Per aggiornarli si sostituiscono i file nella loro cartella: il bot li ricarica da solo. Con /dati controlla si vede prima che cosa cambierebbe.`,
  unwritable: (code: string) =>
    `La cartella dei dati non si può scrivere (${code}): chi gestisce il bot deve renderla scrivibile.`,
  failure: (id: string) =>
    `Qualcosa è andato storto. Controlla con /dati stato quali dati sono in uso; se si ripete, segnala il codice ${id}.`,
};

const en: typeof it = {
  notAllowed:
    'Only maintainers of the data can do this, in a server that they manage (permission “Manage Server”).',
  working: 'One moment: writing the data…',
  cancelled: 'Cancelled: nothing has changed.',
  reviewOf: (file) => `Check – ${file}`,
  unknownFile: 'file not recognised',
  rollbackTo: (version) => `Rollback – version ${version}`,
  errors: (errors) =>
    `${errors === 1 ? 'One error' : `${errors} errors`}: to be corrected before an update. Nothing has changed.`,
  same: 'The same as the data that are there already: there is nothing to update.',
  fine: (differences) =>
    `No errors; ${differences === 1 ? 'one difference' : `${differences} differences`} from the data in use.`,
  checkedOnly: 'This is only a check: nothing has changed.',
  confirmNote:
    'Once confirmed, the answers change at once; the present version is kept and can be restored with /dataset rollback.',
  anotherNote: (asker) =>
    `Asked for by ${asker}. Another maintainer must confirm: that is why the whole channel sees it.`,
  ownChange:
    'You asked for this: another maintainer must confirm it, with the button of this message. Nothing has changed.',
  voidChange:
    'This preview no longer holds (a day has passed, or the data have changed meanwhile): repeat the command. Nothing has changed.',
  folderDiffers:
    'The data folder does not hold what the bot answers from (it was changed or damaged by hand): once confirmed, these data take its place.',
  toCorrect: 'To be corrected',
  warnings: 'Warnings',
  differences: 'What changes',
  tables: 'From the table',
  noDifferences: 'No figure and no name: only the way in which the files are written.',
  draft: (left) =>
    `This is a draft: ${left === 1 ? 'one entry is' : `${left} entries are`} still to be confirmed, and until then nothing is answered from it.`,
  more: (count) => `… and ${count === 1 ? 'one more line' : `${count} more lines`} in the attached file`,
  report: 'report.txt',
  cutOff: 'The rest is too long and is left out: correct what stands above first.',
  confirm: 'Confirm',
  cancel: 'Cancel',
  updated: 'Data updated',
  rolledBack: 'Version restored',
  notLoaded:
    'The data are written, but the bot could not load them: for now it still answers from the earlier ones. See /dataset status for why.',
  files: 'Files',
  signed: (by) => `Recorded in the history: ${by}.`,
  signedByTwo: (asker, by) => `Recorded in the history: asked for by ${asker}, confirmed by ${by}.`,
  chooseVersion: 'Which version do you want to go back to?',
  versionMenu: 'Choose a version',
  noVersions: 'There is no earlier version: one is kept with every update.',
  'unknown-version': 'This version is not there (any more): choose one from the list of /dataset rollback.',
  byHand: 'put into the folder by hand',
  upTo: (date) => `data up to ${date}`,
  reportsTitle: 'Answers reported',
  reportsFile: 'reports.txt',
  moreReports: (shown) =>
    `These are the last ${shown}; all of them are in the attached file. Also with npm run reports.`,
  questionsTitle: 'Questions without an answer',
  questionsFile: 'questions.txt',
  moreQuestions: (shown) =>
    `These are the ${shown} most frequent ones; all of them are in the attached file. Also with npm run missed.`,
  otherQuestions: (count) => `… and ${count} more: npm run missed.`,
  missingFile: 'The file is missing: attach it and try again.',
  host: 'The file is not among Discord’s attachments: upload it with the command.',
  size: 'The file is larger than 8 MB: a file of the data is far smaller.',
  unreachable: 'The attachment cannot be read from Discord: try uploading it again.',
  forgotten:
    'This file is no longer pending (it is forgotten after a day, or sooner once twenty others have come): upload it again with /dataset update.',
  outdated:
    'The data have changed meanwhile: what you saw no longer holds. Repeat the command to see the differences of now.',
  unchanged: 'These data are in use already: there is nothing to change.',
  unseen: 'Discord did not receive the confirmation in time: nothing has changed. Repeat the command.',
  busy: 'Somebody else is changing the data: try again shortly.',
  readOnly: (code) =>
    `The files of the data are read-only (${code}): they cannot be changed from here, and nothing has changed. To update them, replace the files in their folder: the bot reloads them by itself. /dataset check shows beforehand what would change.`,
  unwritable: (code) =>
    `The data folder cannot be written (${code}): whoever runs the bot must make it writable.`,
  failure: (id) =>
    `Something went wrong. See with /dataset status which data are in use; if it happens again, report the code ${id}.`,
};

type MaintenanceWords = typeof it;
export const maintenanceWords: Readonly<Record<Locale, MaintenanceWords>> = { it, en };
