import { stateIn } from '../../domain/case/lives/life-of';
import type { CaseLine } from '../../domain/listing/line';
import { type Relations, relationsOf } from '../../domain/listing/relations';
import { isSameRequest } from '../../domain/listing/same-request';
import type { Page } from '../../domain/page';
import { subjectOf } from '../../domain/process/naming';
import type { Model } from '../../domain/rules/model';
import type { Draft } from '../../domain/walk/draft';
import type { RegisterQuery } from '../../ports';
import type { Assistant } from '../assistant';
import { soon } from './soon';

/** Enough to find those on the same theme of two years. */
const MOST_OF_NAME = 50;
const MOST_OF_COUNTRY = 100;

/** What the city has had before with the organisation, city and country of a draft; nothing when it cannot be told soon. */
export function earlierWith(assistant: Assistant, model: Model, draft: Draft): Promise<Relations | undefined> {
  return soon(assistant, draft, lookUp(assistant, model, draft));
}

async function lookUp(assistant: Assistant, model: Model, draft: Draft): Promise<Relations | undefined> {
  const { organisation, city, country, theme } = subjectOf(model.process, draft.state.answers);
  const find = async (asked: string, query: RegisterQuery, size: number): Promise<Page<CaseLine>> =>
    asked === '' ? { items: [] } : assistant.register.find(query, { size });
  const [ofOrganisation, ofCity, ofCountry] = await Promise.all([
    find(organisation, { of: 'organisation', name: organisation }, MOST_OF_NAME),
    find(city, { of: 'city', name: city }, MOST_OF_NAME),
    find(country, { of: 'country', code: country }, MOST_OF_COUNTRY),
  ]);
  // Of a process that is gone nothing can be said; of an outcome that is gone, everything else.
  const known = ({ items }: Page<CaseLine>) =>
    items.flatMap((line) => {
      // A case that is being changed is not one before itself.
      if (line.number === draft.edits) return [];
      const process = assistant.processes.get(line.process);
      const outcome = process?.outcomes.some(({ id }) => id === line.outcome) ? line.outcome : '';
      return process ? [{ ...line, outcome, state: stateIn(process, line.state) }] : [];
    });
  const matter = { process: model.process, answers: draft.state.answers };
  const isSame = (line: CaseLine): boolean => {
    const process = assistant.processes.get(line.process);
    return process !== undefined && isSameRequest(matter, line, process);
  };
  return relationsOf(
    {
      organisation: known(ofOrganisation),
      city: known(ofCity),
      country: known(ofCountry),
      moreOfCountry: ofCountry.next !== undefined,
    },
    { theme, tenant: draft.owner.tenant, now: assistant.clock.now(), isSame },
  );
}
