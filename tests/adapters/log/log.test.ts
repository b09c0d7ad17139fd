import { createLog } from '../../../bot/adapters/log/log';

/** What a line of the log holds. */
function logged(cause: unknown, fields = {}) {
  const lines: string[] = [];
  createLog('info', { write: (line: string) => void lines.push(line) }).error('it.failed', cause, fields);
  return JSON.parse(lines.join(''));
}

it('an error is its type, code, status, message and stack, with those of its causes', () => {
  const cause = new Error('could not be written', { cause: new TypeError('the reason') });
  const { err } = logged(Object.assign(cause, { code: 'no-way', statusCode: 400 }));
  expect(err).toMatchObject({ type: 'Error', code: 'no-way', statusCode: 400, message: expect.any(String) });
  expect(err.message).toBe('could not be written: the reason');
  expect(err.stack).toContain('TypeError: the reason');
});

it('nothing else that hangs on an error is written, such as a request with what somebody typed', () => {
  const typed = { request: { body: 'SECRET' }, details: { value: ['SECRET'] }, about: { guests: 'SECRET' } };
  const line = logged(Object.assign(new Error('refused'), typed), { text: 'SECRET', said: { name: 'SECRET' } });
  expect(JSON.stringify(line)).not.toContain('SECRET');
  expect(logged({ body: 'SECRET' }).err).toEqual({ type: 'object' });
});
