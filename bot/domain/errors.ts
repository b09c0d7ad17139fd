/**
 * Errors with a code. The message is for whoever operates the bot: what happened, why, and what to do about it. What a
 * person in a chat gets to read is chosen by the code, in their language, and never contains the message.
 */

/** Something outside cannot be reached or does not answer in time. Whether a write was carried out is not known. */
export class Unavailable extends Error {
  readonly code = 'unavailable';

  constructor(what: string, { why, remedy, cause }: { why: string; remedy: string; cause?: unknown }) {
    super(`${what}: ${why}. ${remedy}`, { cause });
    this.name = 'Unavailable';
  }
}

/** Something is larger than where it should be kept allows. Nothing of it was written. */
export class TooLarge extends Error {
  readonly code = 'too-large';

  constructor(what: string, { size, limit, unit }: { size: number; limit: number; unit: string }) {
    super(`${what} has ${size} ${unit}, and ${limit} can be kept. Limit the length of the answers in the process.`);
    this.name = 'TooLarge';
  }
}

/** A stored row is not as this version of the bot writes it: edited by hand, or written by a newer version. */
export class Unreadable extends Error {
  readonly code = 'unreadable';

  constructor(what: string, { why, cause }: { why: string; cause?: unknown }) {
    super(`${what} cannot be read: ${why}. Compare it with docs/data.md and mend the row.`, { cause });
    this.name = 'Unreadable';
  }
}

/** What is stored is of a kind that only a newer version of the bot knows. It is left as it is. */
export class FromNewer extends Unreadable {
  constructor(what: string, { why }: { why: string }) {
    super(what, { why: `${why}; a newer version of the assistant has written it, and will read it` });
    this.name = 'FromNewer';
  }
}

/** The storage is another city's. Nothing was written. */
export class WrongCity extends Error {
  readonly code = 'wrong-city';

  constructor(city: string, remembered: string | undefined) {
    const whose = remembered === undefined ? 'is in use, and does not say whose it is' : `is that of "${remembered}"`;
    super(
      `The bot was started for the city "${city}", and this storage ${whose}: in one storage the cases of two cities ` +
        `could not be told apart. Give "${city}" a storage of its own, or set CITY_FOLDER to the city that this one is of.`,
    );
    this.name = 'WrongCity';
  }
}
