/** A card element or action, as it stands in the card's JSON. */
export type Json = Readonly<Record<string, unknown>>;
