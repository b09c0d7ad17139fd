import type { MirroredCase, MirrorItem } from '../domain/listing/mirror';
import type { Message } from '../domain/message';
import type { Delivery, Earlier } from '../domain/outbox/attempts';
import type { Person } from '../domain/person';

export interface Messenger {
  /** Opens a personal chat with somebody met in a shared place; undefined where Teams does not let us. */
  open(introduction: string): Promise<string | undefined>;
  /** Sends to a person's chat; with `replaces` the stored message with that id is updated in place instead. */
  send(target: { readonly chat: string; readonly replaces?: string }, message: Message): Promise<Delivery>;
  /** The id by which the channel's own pickers may name the person of a chat, beside their Entra object id. */
  accountIn(chat: string): string | undefined;
}

/** How it went to get a chat with somebody. `not-permitted`: there will be none, so they get a mail. */
export type Introduction =
  | { readonly result: 'chat'; readonly chat: string }
  | { readonly result: 'not-permitted' }
  | Extract<Delivery, { result: 'failed' }>;

export interface Introductions {
  /**
   * Gets a chat with a person of the tenant who has none with the assistant yet: the app is installed for them, at most
   * once however often this is asked. `chat` is what the messenger sends to. `failed` may be tried again.
   */
  chatWith(person: Pick<Person, 'id' | 'tenant'>): Promise<Introduction>;
}

/** Somebody of the tenant, as its directory names them. `id` is the Entra object id; not everybody has a mailbox. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  /** Of another organisation, invited into the tenant. */
  readonly guest?: boolean;
}

export interface Colleagues {
  /** Somebody of the tenant by Entra object id or e-mail address, or undefined. Rejects when nobody can be asked. */
  find(idOrAddress: string): Promise<Colleague | undefined>;
}

export interface Mail {
  /** The outbox entry's key: the same mail never goes out twice. */
  readonly key: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  /**
   * Sends a mail, once for its key: unless `earlier` is `none`, it looks first for what became of the earlier attempts,
   * and sends what they have not.
   */
  send(mail: Mail, earlier: Earlier): Promise<Delivery>;
}

/** A list outside that shows the cases, one line each. */
export interface CaseMirror {
  /** Makes the line of a case show this; a line that shows a later revision stays. Twice is as good as once. */
  put(shown: MirroredCase): Promise<Delivery>;
  /** Every line, in no particular order. */
  items(): Promise<readonly MirrorItem[]>;
  /** Overwrites a line, whatever it shows, if it is still as it was read. */
  overwrite(item: MirrorItem, shown: MirroredCase): Promise<Delivery>;
  /** Takes a line out, if it is still as it was read. */
  remove(item: MirrorItem): Promise<Delivery>;
}

/** Where the documents of a case are kept, outside. */
export interface CaseFolders {
  /** Makes the case's folder; twice is as good as once. */
  make(number: string): Promise<Delivery>;
  /** The address of a case's folder, for a link on a card. */
  addressOf(number: string): string;
}

/** A page or file that is shown as it is, to whoever is at this machine. */
export interface Page {
  readonly type: 'text/html; charset=utf-8' | 'application/octet-stream';
  readonly body: string | Uint8Array;
}

/** Where the bot shows them. */
export const FOLDERS_PATH = '/local/documents';

/** The folders of cases as pages of the own machine, in local mode. */
export interface FolderPages {
  /** What is in a case's folder; undefined where it has none. */
  folder(number: string): Promise<Page | undefined>;
  /** A file in it; undefined where there is none of that name. */
  file(number: string, name: string): Promise<Page | undefined>;
}
