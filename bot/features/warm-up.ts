import { LANGUAGES } from '../domain/language';
import { type Assistant, allModels, kit } from './assistant';
import { draftCard } from './draft-card';

/** Whose walk it would be: nobody's. Nothing of it is written. */
const NOBODY = { id: 'nobody', tenant: '', name: '' };

/**
 * Builds the first card of each process in each language, so that the words and layouts of a walk are at hand before
 * anybody presses. Begins no card more once it is over its time.
 */
export async function warmUpCards(assistant: Assistant, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  const models = await allModels(assistant);
  const now = assistant.clock.now().toISOString();
  for (const { id, version } of assistant.processes.values()) {
    for (const language of LANGUAGES) {
      if (performance.now() > end) return;
      const draft = { id: '', owner: NOBODY, process: id, version, language, state: { answers: {} }, revision: 0 };
      draftCard(kit(assistant, language), models(id), { ...draft, createdAt: now, updatedAt: now });
    }
  }
}
