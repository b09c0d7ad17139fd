/** The cards of matters that are no visit: what is agreed, decided, evaluated and given, and what earlier cases become. */

import { caseActionCard } from '../../bot/cards/case/action';
import { type CaseReader, caseCard } from '../../bot/cards/case/case';
import { newsCard, reminderCard } from '../../bot/cards/case/news';
import type { Kit } from '../../bot/cards/kit';
import { act } from '../../bot/domain/case/life';
import type { CaseAction } from '../../bot/domain/case/lives/life-of';
import { submission } from '../../bot/domain/case/submission';
import type { Message } from '../../bot/domain/message';
import type { Answers } from '../../bot/domain/process/answers';
import type { Model } from '../../bot/domain/rules/model';
import { walk } from '../fixtures/model';
import { finalAnswers, goldenCases, modelOf } from '../playing/process-walk';

const AINO = { id: '0a1c7e52', tenant: '5e3f0c1a', name: 'Aino Esimerkki' };
const EERO = { id: '1b2d8f63', tenant: '5e3f0c1a', name: 'Eero Malliperhe' };
const NOW = '2026-03-02T09:12:00Z';
const AGREED = { 'agreed-how': 'in-writing', 'in-force-from': '2026-03-02', 'in-force-until': '2028-12-31' };
const MEMBER = {
  'membership-decision': 'stay',
  'membership-class': 'strategic',
  'membership-contact': EERO.name,
  'traits-now': ['in-line', 'several-sectors', 'active'],
  'gave-so-far': 'Two joint projects, and a partner for the next one.',
};
const DECIDED = { 'decision-by': 'mayor', 'decision-on': '2026-03-01' };

type Step = readonly [action: CaseAction, recorded?: Answers, text?: string];

/** The cards of one case of each kind, at the steps that no visit has. */
export function kindCards(kit: Kit): Record<string, Message> {
  const partnership = after('partnership-evaluation', ['accept'], ['agree', AGREED]);
  const taken = after('partnership-evaluation', ['accept']);
  const earlier = { ...taken, case: { ...taken.case, state: 'held' as const } };
  const network = after('network-evaluation', ['accept'], ['be-member', MEMBER], ['evaluate', MEMBER]);
  const against = after(
    'event-proposal',
    ['accept'],
    ['prepare'],
    ['decide-against', DECIDED, 'The hall is taken that week.'],
  );
  const given = after(
    'advocacy',
    ['accept'],
    ['give', { 'given-on': '2026-03-02', 'where-to-read': 'Decision 12/2026' }],
  );
  const card = (matter: Lived) => caseCard(kit, matter, readerOf(matter));
  const form = (matter: Lived, action: CaseAction) => caseActionCard(kit, matter, { action, as: 'responsible' });
  const news = newsCard(kit, against, { as: 'requester' }, against.latest);
  return {
    'case-in-force': card(partnership),
    'act-agree': form(taken, 'agree'),
    'act-renew': form(partnership, 'renew'),
    'reminder-before-end': reminderCard(kit, partnership, readerOf(partnership), { about: 'holder-before-end' }),
    'case-recorded-earlier': card(earlier),
    'case-member': card(network),
    'act-evaluate': form(network, 'evaluate'),
    'act-decide-against': form(after('event-proposal', ['accept']), 'decide-against'),
    'case-decided-against': card(against),
    ...(news && { 'news-decide-against': news }),
    'case-given': card(given),
  };
}

/** A case that was sent and lived so, with the latest thing that happened to it. */
type Lived = ReturnType<typeof after>;

function after(process: string, ...steps: readonly Step[]) {
  const model: Model = modelOf(process);
  const [golden] = goldenCases(process);
  if (!golden) throw new Error(`"${process}" has no golden case.`);
  const { answers } = walk(model).finish(finalAnswers(golden));
  const draft = {
    ...{ id: '1727c0-zddr1snzz078ed9', owner: AINO, process, version: model.process.version },
    ...{ language: 'fi' as const, state: { answers }, revision: 4, createdAt: NOW, updatedAt: NOW },
  };
  const { case: sent, events } = submission(model, draft, {
    number: `${model.process.casePrefix}-2026-0042`,
    now: NOW,
  });
  let made = sent;
  let [, latest] = events;
  for (const [action, recorded = {}, text = ''] of steps) {
    const options = { who: EERO, roles: ['responsible'], now: new Date(NOW), saying: { text }, recorded } as const;
    const change = act(model, made, action, options);
    if (!change) throw new Error(`"${action}" is not open in "${made.state}".`);
    made = change.case;
    latest = change.events[0] ?? latest;
  }
  if (!latest) throw new Error('Nothing happened to the case.');
  return { model, case: made, latest };
}

function readerOf({ case: made }: Lived): CaseReader {
  const { unit, deliverTo } = made.routing.responsible;
  return { as: 'responsible', unit, deliverTo };
}
