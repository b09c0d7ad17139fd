import { directoryEntryCard } from '../../../bot/cards/directory/entry';
import type { CaseAction } from '../../../bot/domain/case/lives/life-of';
import { goldenOf, lived, modelOf } from '../../domain/lived-cases';
import { testContent } from '../../fixtures/content';

const kit = testContent().kit('en');
const { words } = kit;
const model = modelOf('network-evaluation');
const [golden] = goldenOf(model);
const [network] = model.directory.networks;

/** All that the card of a network says, which stands on a case with this life. */
function cardAfter(...life: readonly CaseAction[]): string {
  if (!golden || !network) throw new Error('There is no network, or no golden case.');
  const { case: made } = lived(model, golden, { life, day: 1, figure: 0, lines: 0 });
  const entry = {
    value: { list: 'networks', content: { ...network, case: made.number }, retired: false, events: 0 },
  } as const;
  const view = { directory: model.directory, processes: [model.process], today: '2026-03-02' };
  const standsOn = life.length > 0 ? { model, case: made } : undefined;
  return JSON.stringify(directoryEntryCard(kit, view, { ...entry, tag: 'x' }, { standsOn }));
}

it('says of a network that no case here is about, that it is not evaluated yet', () => {
  expect(cardAfter()).toContain(words.own('directory.not-evaluated'));
});

it('says of one with a case its class and when it was evaluated', () => {
  const card = cardAfter('accept', 'be-member');
  expect(card).toContain(words.own('directory.field.evaluated'));
  expect(card).toContain(words.process('network-evaluation', `outcomes.${golden?.outcome}.title`));
  expect(card).not.toContain(words.own('directory.not-evaluated'));
});
