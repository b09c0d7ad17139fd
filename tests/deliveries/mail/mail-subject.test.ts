import fc from 'fast-check';
import { LONGEST_SUBJECT, subject } from '../../../bot/deliveries/mail/mail-subject';

const frame = (about: string) => `V-2026-0042: ${about} (for you to handle)`;
const ROOM = LONGEST_SUBJECT - frame('').length;

describe('the subject of a mail', () => {
  it.each([0, 1, ROOM])('is told whole with %d characters', (length) => {
    expect(subject(frame, 'x'.repeat(length))).toBe(frame('x'.repeat(length)));
  });

  it('ends at a word, and still says what the mail wants', () => {
    const about = `${'Society '.repeat(40)}of Sample, South Korea, 18 people`;
    const whole = subject(frame, about);
    expect(whole).toMatch(/^V-2026-0042: (Society ){26}Society… \(for you to handle\)$/);
    expect(whole.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
  });

  it('keeps a word that ends where the room does', () => {
    expect(subject(frame, `${'x'.repeat(ROOM - 1)} more`)).toBe(frame(`${'x'.repeat(ROOM - 1)}…`));
  });

  it('shows the beginning of a word that alone is too long, and no half of a character', () => {
    for (const before of ['', 'x']) {
      const whole = subject(frame, `${before}${'🙂'.repeat(300)}`);
      expect(whole.length).toBeGreaterThan(LONGEST_SUBJECT - 3);
      expect(whole.isWellFormed()).toBe(true);
    }
  });

  it('is never longer than Exchange keeps, and never ill-formed', () => {
    const words = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 9 });
    // As a header holds it: some signs take more room there than they had.
    const inHeader = (about: string) => frame(about).replaceAll('=?', '=\u200b?');
    fc.assert(
      fc.property(words, (said) => {
        const whole = subject(inHeader, said.join(' '));
        expect(whole.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
        expect(whole.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
