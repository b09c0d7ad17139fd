import type { Case } from '../../domain/case/case';
import type { Model } from '../../domain/rules/model';

/** What a card of a case is about: the case, and the model in whose words it is shown. */
export interface Matter {
  readonly model: Model;
  readonly case: Case;
}
