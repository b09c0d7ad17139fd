// Runs in the gallery's page. What the parser says about a card, and labels and alternative texts in its model.

/** @typedef {import('./measure-contrast.js').RuleFinding} RuleFinding */

/** @typedef {typeof import('adaptivecards')} Renderer the global the bundle makes */

/** Teams' people picker: Teams takes it in a card of 1.5, and a client that does not know it shows the plain choices. */
const SEARCH_FOR_PEOPLE = '"choices.data"';

/**
 * The parser's and validator's complaints. An unknown element that brings a `fallback` is no complaint: that is how
 * newer elements are meant to be used.
 *
 * @param {Renderer} renderer
 * @param {object} json
 * @param {import('adaptivecards').SerializationContext} context after parsing
 * @param {import('adaptivecards').AdaptiveCard} card
 * @returns {RuleFinding[]}
 */
export function checkParsing({ ValidationEvent }, json, context, card) {
  const bare = typesWithoutFallback(json);
  const events = card.validateProperties().validationEvents;
  for (let index = 0; index < context.eventCount; index += 1) events.push(context.getEventAt(index));
  return events
    .filter(({ event, message }) => {
      const unknown = event === ValidationEvent.UnknownElementType || event === ValidationEvent.UnknownActionType;
      if (unknown) return [...bare].some((type) => message.includes(type));
      return event !== ValidationEvent.UnsupportedProperty || !message.includes(SEARCH_FOR_PEOPLE);
    })
    .map(({ event, message }) => ({ rule: 'parse', detail: `${ValidationEvent[event]}: ${message}` }));
}

/**
 * @param {unknown} value
 * @param {Set<string>} types
 * @returns {Set<string>} the types of all objects in the card that have no fallback
 */
function typesWithoutFallback(value, types = new Set()) {
  if (typeof value !== 'object' || value === null) return types;
  if ('type' in value && typeof value.type === 'string' && !('fallback' in value)) types.add(value.type);
  for (const child of Object.values(value)) typesWithoutFallback(child, types);
  return types;
}

/**
 * Inputs without a label one can see, and images without alternative text. A placeholder is no label: it goes away
 * when a person types. A toggle's title stands beside it, so it counts.
 *
 * @param {Renderer} renderer
 * @param {import('adaptivecards').AdaptiveCard} card rendered
 * @returns {RuleFinding[]}
 */
export function checkCardModel({ ToggleInput }, card) {
  const unlabelled = card
    .getAllInputs()
    .filter((input) => !input.label?.trim())
    .filter((input) => !(input instanceof ToggleInput && input.title?.trim()))
    .map((input) => ({ rule: 'label', detail: `${input.getJsonTypeName()} "${input.id ?? ''}" has no label` }));
  // An icon on a button is decoration, its title says the same.
  const images = [...(card.renderedElement?.querySelectorAll('img') ?? [])]
    .filter((image) => !image.closest('button') && !image.alt.trim())
    .map((image) => ({ rule: 'alt-text', detail: `Image ${image.src.slice(0, 60)} has no altText` }));
  return [...unlabelled, ...images];
}
