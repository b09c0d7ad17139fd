/** What was found of something that is kept in rows. */
export interface Found<T> {
  readonly items: readonly T[];
  /** What was left out because it cannot be read, by its id; absent where everything could be. The log says why. */
  readonly unreadable?: readonly string[];
}

/** Part of a listing. There is no "all": who wants more asks for the next page. */
export interface Page<T> extends Found<T> {
  /** Opaque; absent on the last page. */
  readonly next?: string;
}

/** Stands, among all that is gone through one by one, for something that cannot be read. The log says why. */
export interface Unread {
  readonly unread: string;
}

/** Whether that is all that is known of it. */
export function isUnread<T extends object>(one: T | Unread): one is Unread {
  return 'unread' in one;
}
