import type { Kit } from '../kit';

/** Where a criterion or rule comes from, in words: a section of the model, or a decision made for this product. */
export function sourceText({ words }: Kit, source: string): string {
  const places = source.split('; ').map((place) => {
    if (place === 'product') return words.own('source.product');
    if (place === 'S') return words.own('source.slides');
    if (place === 'T') return words.own('source.page');
    if (place === 'M 3, events') return words.own('source.events');
    return words.own('source.model', { section: place.slice(2) });
  });
  return words.own('source.line', { places: places.join(', ') });
}
