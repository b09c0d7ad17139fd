// Runs in the gallery's pages. Makes one card of its JSON, as Teams would: what is newer than 1.5 must bring a fallback.

/** @typedef {typeof import('adaptivecards')} Renderer the global the bundle makes */

/**
 * @param {Renderer} renderer
 * @param {object} json
 * @param {object} hostConfig
 * @param {boolean} opened with all that is hidden shown
 * @returns {{ card: import('adaptivecards').AdaptiveCard, element: HTMLElement, context: import('adaptivecards').SerializationContext }}
 */
export function drawCard(renderer, json, hostConfig, opened) {
  const card = new renderer.AdaptiveCard();
  card.hostConfig = new renderer.HostConfig(hostConfig);
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  card.parse(opened ? withAllShown(json) : json, context);
  const element = card.render();
  if (!element) throw new Error('the card draws nothing');
  return { card, element, context };
}

/**
 * The card with every element visible. Pressing its buttons instead would not show all: some close what others opened.
 *
 * @param {object} json
 * @returns {object}
 */
function withAllShown(json) {
  return JSON.parse(JSON.stringify(json), (key, value) => (key === 'isVisible' ? true : value));
}

/**
 * Of several, the last stays open.
 *
 * @param {HTMLElement} element a card in the page
 */
export function openShowCards(element) {
  for (const button of element.querySelectorAll('button.expandable')) if (button instanceof HTMLElement) button.click();
}
