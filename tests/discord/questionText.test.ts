import { describe, expect, test } from 'vitest';
import { asksNothing, questionText } from '../../src/discord/chat/questionText.ts';
import { PING } from '../loopback/messages.ts';
import { ODD_TEXTS } from './odd.ts';

describe('of what people write, the question is', () => {
  test.each([
    [`${PING} quanto ha certificato l’asse II?`, 'quanto ha certificato l’asse II?'],
    ['<@!900000000000000001>, quanto?', 'quanto?'],
    [`ehi ${PING} — quanto?`, 'ehi — quanto?'],
    [`quanto manca? ${PING}`, 'quanto manca?'],
    ['<@1> <@&2> <#3> asse II @everyone @here', 'asse II'],
    [
      '**quanto** ha __certificato__ l’*asse* _II_ ~~III~~ ||IV||?',
      'quanto ha certificato l’asse II III IV?',
    ],
    ['> quanto ha certificato\n> l’asse II?', 'quanto ha certificato\nl’asse II?'],
    ['# Domanda\n- asse II\n1. asse III\n-# piccolo', 'Domanda\nasse II\nasse III\npiccolo'],
    ['`asse II` ```sql\nasse III``` ```asse IV```', 'asse II\nasse III asse IV'],
    ['[asse II](https://example.org) e <https://example.org/a_b> https://example.org?x=1', 'asse II e'],
    ['<:euro:123456789012345678> asse II <a:si:123456789012345678>', 'asse II'],
    ['</spesa:123456789012345678> asse II <t:1700000000:R> <id:guide>', 'spesa asse II'],
    ['5 \\* 3, a_b_c e __init__', '5 3, a_b_c e init'],
    ['\u202Eكم تم اعتماده؟\u202C', 'كم تم اعتماده؟'],
    [`${PING}\n\n\n quanto?`, 'quanto?'],
    [`${PING}`, ''],
    ['', ''],
  ])('%j → %j', (content, question) => {
    expect(questionText(content)).toBe(question);
  });

  test.each(['', '?!… ,.;', '🙂👩‍👩‍👧‍👦', '——'])('nothing: %j', (text) => {
    expect(asksNothing(questionText(text))).toBe(true);
  });
});

test('however odd, it is found at once and can be shown', () => {
  const nasty = ['['.repeat(4000), '_'.repeat(4000), '`'.repeat(4000), '<'.repeat(4000), ' \n'.repeat(2000)];
  const before = process.cpuUsage();
  for (const text of [...ODD_TEXTS, ...nasty, ...nasty.map((run) => `${run}a`)]) {
    expect(/\p{Surrogate}|(?!\n)\p{Cc}/u.test(questionText(text)), text.slice(0, 20)).toBe(false);
  }
  // The processor's time, which other work on the machine does not lengthen.
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});
