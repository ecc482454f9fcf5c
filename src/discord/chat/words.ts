import type { Locale } from '../../model/locale.ts';

const it = {
  roleOnly: (bot: string) =>
    `Per farmi una domanda menziona me, ${bot}, e non il ruolo con il mio nome: del messaggio al ruolo Discord non mi dà il testo. Oppure usa /chiedi.`,
  unreadReply:
    'Non riesco a leggere il messaggio a cui rispondi: scrivi qui la domanda, oppure scegli App › Chiedi al bot nel menu di quel messaggio.',
  wait: (people: string) =>
    `Troppe domande insieme in questo canale: sono rimaste senza risposta quelle di ${people}. Tra un minuto si possono rifare; con /chiedi rispondo subito.`,
  others: 'altri',
};

const en: typeof it = {
  roleOnly: (bot) =>
    `To ask me something mention me, ${bot}, and not the role with my name: of a message to the role Discord gives me no text. Or use /ask.`,
  unreadReply:
    'I cannot read the message that you reply to: write the question here, or choose Apps › Ask the bot about this in the menu of that message.',
  wait: (people) =>
    `Too many questions at once in this channel: those of ${people} were left without an answer. In a minute they can be asked again; /ask is answered at once.`,
  others: 'others',
};

export const chatWords = { it, en } as const satisfies Record<Locale, typeof it>;
