import type { Heard } from './addressed.ts';

/** Discord takes about one message a second in a channel: an answer further back would come too late. */
const MOST_WAITING = 10;
/** Whom one line can name, far below Discord's 2000 characters. */
const MOST_NAMED = 25;

/** The questions of one channel that came when too many others were waiting. */
export type TurnedAway = {
  readonly first: Heard;
  /** User ids, each once; null stands for those who came after as many as a line names. */
  readonly people: readonly (string | null)[];
};

/** The answers on their way, by channel, and who is still to be told that theirs did not get a place. */
export function newQueue() {
  const waiting: string[] = [];
  const turned = new Map<string, TurnedAway>();
  return {
    isFull: (channel: string) => waiting.filter((each) => each === channel).length >= MOST_WAITING,
    turnAway(heard: Heard): void {
      const { first, people } = turned.get(heard.channel_id) ?? { first: heard, people: [] };
      const person = people.length < MOST_NAMED ? heard.author.id : null;
      const named = people.includes(heard.author.id) || people.includes(person);
      turned.set(heard.channel_id, { first, people: named ? people : [...people, person] });
    },
    /** Those turned away since they were last asked for; null where there are none. */
    turnedAway(channel: string): TurnedAway | null {
      const those = turned.get(channel) ?? null;
      turned.delete(channel);
      return those;
    },
    /** Does `work` in a place of the channel's queue. */
    async within<T>(channel: string, work: () => Promise<T>): Promise<T> {
      waiting.push(channel);
      try {
        return await work();
      } finally {
        waiting.splice(waiting.indexOf(channel), 1);
      }
    },
  };
}
