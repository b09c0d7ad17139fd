import { actionsOn, findAction, texts } from '../fixtures/person/read-card';

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  actions: [
    {
      type: 'Action.ShowCard',
      title: 'Lisää',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Date', id: 'day', label: 'Päivä' }],
        actions: [{ type: 'Action.Execute', title: 'Tallenna', verb: 'save' }],
      },
    },
  ],
  body: [
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Vieras: ' }, 'Liisa Esimerkki'] },
    { type: 'FactSet', facts: [{ title: 'Maa', value: 'Viro' }] },
    { type: 'ColumnSet', columns: [{ items: [{ type: 'TextBlock', text: 'sarake' }] }] },
    {
      type: 'Container',
      isVisible: false,
      items: [{ type: 'TextBlock', text: 'piilossa' }],
      selectAction: { type: 'Action.Execute', verb: 'open' },
    },
    {
      type: 'Input.ChoiceSet',
      id: 'theme',
      label: 'Teema',
      placeholder: 'Valitse',
      value: 't1',
      choices: [{ title: 'Koulutus', value: 't1' }],
    },
    { type: 'Input.Toggle', id: 'ok', title: 'Tarkistettu', value: 'true' },
    { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Vanha', data: { text: 'ei näy' } }] },
  ],
};

test('the text of a card is what a person can read, from top to bottom', () => {
  const shown = ['Vieras: Liisa Esimerkki', 'Maa', 'Viro', 'sarake', 'Teema', 'Valitse', 'Koulutus', 'Tarkistettu'];
  expect(texts(card)).toEqual([...shown, 'Vanha', 'Lisää']);
  expect(texts(card, { opened: true })).toEqual([
    ...shown.slice(0, 4),
    'piilossa',
    ...shown.slice(4),
    'Vanha',
    'Lisää',
    'Päivä',
    'Tallenna',
  ]);
});

test('an action is found wherever it stands, with the inputs that it takes along', () => {
  const found = actionsOn(card).map(({ action, inputs }) => [action.title ?? action.verb, inputs.map(({ id }) => id)]);
  expect(found).toEqual([
    ['Lisää', ['theme', 'ok']],
    ['open', ['theme', 'ok']],
    ['Vanha', ['theme', 'ok']],
    ['Tallenna', ['theme', 'ok', 'day']],
  ]);
  expect(findAction(card, 'save').action.title).toBe('Tallenna');
  expect(findAction(card, ({ type }) => type === 'Action.Submit').action.title).toBe('Vanha');
});
