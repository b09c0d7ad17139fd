/** A message as the domain sees it: a card, and one line for notifications and for readers that show no cards. */
export interface Message {
  readonly card: Readonly<Record<string, unknown>>;
  readonly summary: string;
}
