import { caseCard } from '../../bot/cards/case/case';
import { historyCard } from '../../bot/cards/case/history';
import { replyCard } from '../../bot/cards/case/reply';
import type { Kit } from '../../bot/cards/kit';
import { workListCard } from '../../bot/cards/listing/work-list';
import { unitName } from '../../bot/cards/parts/routing';
import { notifyCard, notifySetCard } from '../../bot/cards/person/preferences';
import type { Case } from '../../bot/domain/case/case';
import { draftOfChanges, edited } from '../../bot/domain/case/filled-in/edit';
import type { Message } from '../../bot/domain/message';
import { NOTIFY } from '../../bot/domain/notify';
import { OCCASIONS } from '../../bot/domain/process/process';
import type { Model } from '../../bot/domain/rules/model';
import type { Draft } from '../../bot/domain/walk/draft';
import { draftCard } from '../../bot/features/walk/draft-card';

const NOW = new Date('2026-03-03T09:00:00Z');

/** Changing a case that was sent, the reply to a visitor, and how often somebody is written to. */
export function editCards(kit: Kit, model: Model, made: Case): Record<string, Message> {
  const { words } = kit;
  const changes = draftOfChanges(model, made, words.language, NOW);
  const moved: Draft = { ...changes, state: { answers: { ...made.answers, 'main-theme': 'open-data' } } };
  const edit = edited(model, made, moved, { todos: [], now: NOW });
  if (edit === 'unchanged') throw new Error('The gallery changes nothing.');
  const unit = unitName(words, model, edit.case.routing.responsible.unit);
  const title = words.process(model.process.id, 'outcomes.not-free.title');
  const said = { action: 'decline', text: '**No** time', by: 'Matti Esimerkki', at: NOW.toISOString() } as const;
  const declined: Case = { ...made, state: 'declined', said };
  const late = {
    'in-time': false,
    'late-response': 'another-date',
    'other-date': '2026-09-14',
    'other-departure': null,
  };
  const reply = (view: Partial<Parameters<typeof replyCard>[2]>) =>
    replyCard(
      kit,
      { model, case: made },
      {
        reply: { occasion: 'visit', kind: 'no' },
        as: 'requester',
        visitors: words,
        name: 'Aino Esimerkki',
        ...view,
      },
    );
  return {
    'edit-summary': draftCard(kit, model, changes),
    'edit-question': draftCard(kit, model, {
      ...changes,
      state: { answers: { ...made.answers, interesting: false }, at: 'interesting' },
    }),
    'edit-cancel': draftCard(kit, model, { ...changes, state: { ...changes.state, pause: 'cancel' } }),
    'edit-saved': caseCard(
      kit,
      { model, case: edit.case },
      { as: 'requester' },
      {
        happened: [
          words.own('edit.saved'),
          words.own('edit.new-outcome', { outcome: title }),
          words.own('edit.moved', { unit }),
        ].join(' '),
      },
    ),
    'edit-too-late': caseCard(
      kit,
      { model, case: declined },
      { as: 'requester' },
      { happened: words.own('edit.too-late', { state: words.own('life.short.declined') }) },
    ),
    'edit-history': historyCard(
      kit,
      { model, case: edit.case },
      { items: edit.events.map((event) => ({ ...event, data: { ...event.data, outcome: 'not-free' } })) },
      'requester',
    ),
    'edit-work-list': workListCard(kit, () => model, {
      who: { id: '' },
      given: { items: [] },
      page: { items: [changes] },
    }),
    'case-late': caseCard(
      kit,
      { model, case: { ...made, answers: { ...made.answers, ...late } } },
      { as: 'requester' },
    ),
    ...Object.fromEntries(
      OCCASIONS.map((occasion) => [`reply-${occasion}`, reply({ reply: { occasion, kind: 'no' } })]),
    ),
    'reply-another-date': reply({ reply: { occasion: 'visit', kind: 'another-date', otherDay: '2026-09-14' } }),
    notify: notifyCard(kit, 'at-once'),
    ...Object.fromEntries(NOTIFY.map((notify) => [`notify-${notify}`, notifySetCard(kit, notify)])),
  };
}
