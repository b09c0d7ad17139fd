import { LRUCache } from 'lru-cache';
import type { Person } from '../../../domain/person';
import type { Draft } from '../../../domain/walk/draft';
import type { Stored } from '../../../ports';
import { draftKey } from '../rows/row-keys';

const MOST_DRAFTS = 10_000;

/**
 * The drafts that this process read or wrote last, so that a press needs no read. It may be behind what is stored:
 * another process may have written since. Writing with the tag from here then fails, which is how that comes out.
 */
export class DraftMemory {
  private readonly drafts = new LRUCache<string, Stored<Draft>>({ max: MOST_DRAFTS });

  recall(owner: Person, id: string): Stored<Draft> | undefined {
    return this.drafts.get(draftKey(owner, id));
  }

  remember(stored: Stored<Draft>): Stored<Draft> {
    const { owner, id, revision } = stored.value;
    const present = this.recall(owner, id);
    // An answer to an earlier read may arrive after a later write.
    if (present === undefined || present.value.revision <= revision) this.drafts.set(draftKey(owner, id), stored);
    return stored;
  }

  forget({ owner, id }: Draft): void {
    this.drafts.delete(draftKey(owner, id));
  }
}
