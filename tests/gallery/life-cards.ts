/** The cards of a case after it was sent: at each step, and the short words that tell of it. */

import { caseActionCard } from '../../bot/cards/case/action';
import { type CaseReader, caseCard } from '../../bot/cards/case/case';
import { followUpCard } from '../../bot/cards/case/follow-up';
import { historyCard } from '../../bot/cards/case/history';
import { newsCard, reminderCard } from '../../bot/cards/case/news';
import { openCase } from '../../bot/cards/case/open-case';
import { toWhomCard, whichUnitCard } from '../../bot/cards/case/pass-on';
import type { Kit } from '../../bot/cards/kit';
import { digestCard } from '../../bot/cards/listing/digest';
import { type AboutEntries, undeliveredCard } from '../../bot/cards/listing/undelivered';
import type { Case, CaseEvent } from '../../bot/domain/case/case';
import { act, type Saying } from '../../bot/domain/case/life';
import type { CaseAction } from '../../bot/domain/case/lives/life-of';
import type { CaseRole } from '../../bot/domain/case/lives/step';
import { remind, timers } from '../../bot/domain/case/reminding';
import type { Submission } from '../../bot/domain/case/submission';
import { findUnit, type Unit } from '../../bot/domain/directory/directory';
import { lineOf } from '../../bot/domain/listing/line';
import type { Message } from '../../bot/domain/message';
import type { Model } from '../../bot/domain/rules/model';

const AINO = { id: '0a1c7e52', tenant: '5e3f0c1a', name: 'Aino Esimerkki' };
const EERO = { id: '1b2d8f63', tenant: '5e3f0c1a', name: 'Eero Malliperhe' };
const SAGA = { id: '2c3e9074', tenant: '5e3f0c1a', name: 'Saga Påhittström' };
const UNIT = 'espoo-marketing-business';
const RESPONSIBLE: CaseReader = { as: 'responsible', unit: UNIT, deliverTo: UNIT };

/** The same model in which the unit has people, the first of whom is away when the case comes. */
export function withPeople(model: Model): Model {
  const members = [
    { id: EERO.id, name: EERO.name, absences: [{ from: '2026-03-01', to: '2026-03-06' }] },
    { id: SAGA.id, name: SAGA.name, absences: [] },
  ];
  const units = model.directory.units.map((unit) => (unit.id === UNIT ? { ...unit, members, deputy: SAGA.id } : unit));
  return { ...model, directory: { ...model.directory, units } };
}

/** The cards of a visit request that has come to a unit with people. */
export function lifeCards(kit: Kit, model: Model, { case: sent, events, todos }: Submission): Record<string, Message> {
  const history: CaseEvent[] = [...events];
  const step = (made: Case, action: CaseAction, who: typeof AINO, role: CaseRole, saying?: Saying): Case => {
    const now = new Date(Date.parse('2026-03-02T10:00:00Z') + history.length * 3_600_000);
    const change = act(model, made, action, { who, roles: [role], now, ...(saying && { saying }) });
    if (!change) throw new Error(`"${action}" is not open in "${made.state}".`);
    history.push(...change.events);
    return change.case;
  };
  const news = (made: Case, reader: CaseReader): Message => {
    // Several lives go on from one case, so that a sequence number is theirs alone with its state.
    const event = history.find(({ sequence, data }) => sequence === made.since.event && data.to === made.state);
    const card = event && newsCard(kit, { model, case: made }, reader, event);
    if (!card) throw new Error(`There is no news of "${made.state}".`);
    return card;
  };
  const asked = step(sent, 'ask', SAGA, 'responsible', { text: 'Who pays for the bus to Otaniemi?' });
  const answered = step(asked, 'answer', AINO, 'requester', { text: 'They come by their own coach.' });
  const accepted = step(answered, 'accept', SAGA, 'responsible');
  const held = step(step(accepted, 'plan', SAGA, 'responsible'), 'hold', SAGA, 'responsible');
  const declined = step(answered, 'decline', SAGA, 'responsible', { text: 'Everybody is at a fair that week.' });
  const line = lineOf(model, accepted, todos);
  const [timer] = timers(model, accepted).entries;
  const reminded =
    timer && remind(model, accepted, timer, { events: [], entries: [] }, new Date('2026-05-06T06:00:00Z'));
  if (!timer || !reminded || reminded === 'obsolete' || reminded instanceof Date)
    throw new Error('Nobody is reminded of the visit.');
  const about: AboutEntries = {
    nameOf: () => EERO.name,
    isFamiliar: () => true,
    opening: (entry) => openCase(kit.words, entry.case),
  };
  const message = { ...timer, channel: 'teams', target: { kind: 'person', person: EERO, as: 'responsible' } } as const;
  return {
    'case-sent-to-person': caseCard(kit, { model, case: sent }, RESPONSIBLE, {
      folder: 'https://example.org/V-2026-0042',
    }),
    'case-asked-own': caseCard(kit, { model, case: asked }, { as: 'requester' }),
    'case-overtaken': caseCard(kit, { model, case: accepted }, RESPONSIBLE, {
      happened: kit.words.own('life.faster', { name: SAGA.name, when: kit.words.momentOf(accepted.since.at) }),
    }),
    'case-informed': caseCard(
      kit,
      { model, case: accepted },
      {
        as: 'informed',
        unit: 'service-development',
        deliverTo: 'service-development',
      },
    ),
    'case-declined-own': caseCard(kit, { model, case: declined }, { as: 'requester' }),
    'act-ask': caseActionCard(kit, { model, case: sent }, { action: 'ask', as: 'responsible' }),
    'act-pass-on': whichUnitCard(kit, { model, case: sent }, 'responsible', {
      inputs: {},
      problems: { to: 'missing' },
    }),
    'act-pass-on-whom': toWhomCard(
      kit,
      { model, case: sent },
      { unit: unitOf(model, UNIT), as: 'responsible' },
      { inputs: { text: 'It is about open data' }, problems: {} },
    ),
    'follow-up': followUpCard(kit, { model, case: held }, { todos, as: 'responsible' }),
    history: historyCard(kit, { model, case: accepted }, { items: history.slice(0, 5) }, 'responsible'),
    'news-ask': news(asked, { as: 'requester' }),
    'news-answer': news(answered, RESPONSIBLE),
    'news-accept': news(accepted, { as: 'requester' }),
    'news-decline': news(declined, { as: 'requester' }),
    'reminder-submitted': reminderCard(kit, { model, case: sent }, RESPONSIBLE, { about: 'contact-submitted' }),
    'reminder-was-it-held': reminderCard(kit, { model, case: accepted }, RESPONSIBLE, timer),
    digest: digestCard(kit, () => model, {
      reader: EERO,
      waiting: [line, { ...line, number: 'V-2026-0106' }],
      given: [],
    }),
    'digest-empty': digestCard(kit, () => model, { reader: EERO, waiting: [], given: [] }),
    undelivered: undeliveredCard(
      kit,
      model.directory,
      {
        items: [
          { ...message, state: 'dead', failure: 'connector-403' },
          { ...message, state: 'unknown', failure: 'connector-504', purpose: 'request' },
        ],
      },
      about,
    ),
    'undelivered-none': undeliveredCard(kit, model.directory, { items: [] }, about),
    'undelivered-unreadable': undeliveredCard(kit, model.directory, { items: [], unreadable: [timer.key] }, about),
  };
}

function unitOf({ directory }: Model, id: string): Unit {
  const unit = findUnit(directory, id);
  if (!unit) throw new Error(`There is no unit "${id}".`);
  return unit;
}
