import { found, type Rule } from '../files.ts';

/** A snapshot's file is named by its date, so that no two files are of one date. */
export const fileName: Rule = ({ snapshots }) =>
  snapshots
    .filter(({ file, content }) => file !== `snapshots/${content.date}.json`)
    .map((snapshot) =>
      found(snapshot, ['date'], {
        rule: 'file-name',
        message: {
          it: `Il file si chiama ${snapshot.file}, ma la sua data è ${snapshot.content.date}.`,
          en: `The file is called ${snapshot.file}, but its date is ${snapshot.content.date}.`,
        },
        advice: {
          it: `Chiamarlo snapshots/${snapshot.content.date}.json, o correggere "date".`,
          en: `Call it snapshots/${snapshot.content.date}.json, or correct "date".`,
        },
      }),
    );
