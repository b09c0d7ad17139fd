import { plainNotice } from '../../cards/notice';
import type { Case } from '../../domain/case/case';
import type { CaseRole } from '../../domain/case/lives/step';
import type { Message } from '../../domain/message';
import type { Reader } from '../../domain/outbox/entry';
import type { Model } from '../../domain/rules/model';
import type { Stored } from '../../ports';
import type { Asked, Asking } from '../asked';
import { currentModelOf } from '../assistant';
import { caseCardFor, readerFor, rolesOfPresser } from './case-reader';

/** A case with what the person who opened it is to it. */
export interface OpenedCase {
  readonly stored: Stored<Case>;
  readonly model: Model;
  readonly roles: readonly CaseRole[];
}

/** The case with what somebody is to it; undefined for somebody who is nothing to it: for them it does not exist. */
export async function openCase(asking: Asking, number: string): Promise<OpenedCase | undefined> {
  const found = await findCase(asking, number);
  return found && found.roles.length > 0 ? found : undefined;
}

/**
 * The same for whoever asks what somebody without a part in the case has of it: then there are no roles. Undefined where
 * it is another tenant's, or nobody's.
 */
export async function findCase({ assistant, turn: { who } }: Asking, number: string): Promise<OpenedCase | undefined> {
  const stored = await assistant.cases.read(number);
  if (!stored || stored.value.requester.tenant !== who.tenant) return undefined;
  const model = await currentModelOf(assistant, stored.value.process);
  const roles = rolesOfPresser(assistant, model, stored.value, who);
  return { stored, model, roles };
}

/** The card of an opened case for whoever opened it, as what they are to it by now: what they did may have changed that. */
export function openedCard(
  { assistant, turn: { who }, speak }: Asked,
  { model, stored: { value: made } }: OpenedCase,
  as: Reader | undefined,
  happened?: string,
): Message {
  const reader = readerFor(model, made, { who, roles: rolesOfPresser(assistant, model, made, who) }, as);
  return reader
    ? caseCardFor({ assistant, speak }, { model, case: made }, reader, happened)
    : plainNotice(speak, 'gone');
}
