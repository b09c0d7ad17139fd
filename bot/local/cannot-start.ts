/**
 * Why `npm start` cannot go on. The message is what the developer reads: one sentence with what, why and the remedy.
 * It is printed without a stack trace.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
