import { lastWords } from '../../../bot/local/children/last-words';

describe('the most telling line of what a process printed', () => {
  it('is the message of an uncaught error, not its stack', () => {
    const printed = [
      '/project/dist/bot/index.js:7',
      "throw new TypeError('no app id');",
      '^',
      '',
      'TypeError: no app id',
      '    at Object.<anonymous> (/project/dist/bot/index.js:7:7)',
      '',
      'Node.js v20.20.2',
    ];
    expect(lastWords(printed.join('\n'))).toBe('TypeError: no app id');
  });

  it('is the reason rather than a link below it', () => {
    const printed = 'error Reason: ConfigFileParseError "/users" has 4 items\nerror Go to the link to learn more\n';
    expect(lastWords(printed)).toBe('error Reason: ConfigFileParseError "/users" has 4 items');
  });

  it('is the message of a structured log entry', () => {
    expect(lastWords('{"level":50,"msg":"PORT is not a number"}\n')).toBe('PORT is not a number');
  });

  it('is the last line when none names an error', () => {
    expect(lastWords('one\ntwo\n')).toBe('two');
    expect(lastWords('{ half an entry')).toBe('{ half an entry');
  });

  it('is nothing when nothing was printed', () => {
    expect(lastWords('\n')).toBeUndefined();
  });
});
