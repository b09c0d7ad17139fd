import type { GalleryCard } from './gallery-card';

/** A button as the bot's cards have it: the newer action, and the older one for clients that know no other. */
function button(title: string, verb: string, style?: 'positive' | 'destructive'): object {
  const look = style ? { title, style } : { title };
  return {
    type: 'Action.Execute',
    ...look,
    verb,
    data: { draft: 'd1', revision: 3 },
    fallback: { type: 'Action.Submit', ...look, data: { verb, draft: 'd1', revision: 3 } },
  };
}

function card(body: readonly object[], actions: readonly object[]): object {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body,
    actions,
  };
}

const question = card(
  [
    { type: 'TextBlock', text: 'Kysymys 3 / 12 · Vierailun sisältö', size: 'Small', isSubtle: true, wrap: true },
    {
      type: 'TextBlock',
      style: 'heading',
      text: 'Tukeeko vierailu Espoon kansainvälisen toiminnan painopisteitä?',
      wrap: true,
    },
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', title: 'Miksi tätä kysytään?', targetElements: ['why'] }],
    },
    {
      type: 'Container',
      id: 'why',
      isVisible: false,
      style: 'emphasis',
      items: [
        {
          type: 'TextBlock',
          text: 'Vierailuja otetaan vastaan, kun ne tukevat **kaupungin tavoitteita**. Katso [toimintamalli](https://www.espoo.fi), luku 2.1.',
          wrap: true,
        },
        { type: 'TextBlock', text: '- ilmasto ja energia\n- koulutus\n- innovaatiot', wrap: true },
      ],
    },
  ],
  [
    button('Kyllä', 'answer-yes', 'positive'),
    button('Ei', 'answer-no'),
    button('Takaisin', 'back'),
    button('Tallenna ja poistu', 'leave'),
  ],
);

const countries = ['Estland', 'Japan', 'Kina', 'Sverige', 'Sydkorea'].map((title) => ({ title, value: title }));

const form = card(
  [
    { type: 'TextBlock', style: 'heading', text: 'Uppgifter om besöket', wrap: true },
    {
      type: 'Input.Text',
      id: 'visitor',
      label: 'Besökarens organisation',
      placeholder: 'Till exempel Tartu stad',
      isRequired: true,
      errorMessage: 'Skriv organisationens namn.',
    },
    { type: 'Input.Text', id: 'note', label: 'Besökets syfte', isMultiline: true, maxLength: 500 },
    {
      type: 'Input.Date',
      id: 'day',
      label: 'Besöksdag',
      isRequired: true,
      errorMessage: 'Välj en dag.',
    },
    { type: 'Input.Number', id: 'people', label: 'Antal deltagare', min: 1, max: 200, value: 12 },
    {
      type: 'Input.ChoiceSet',
      id: 'language',
      label: 'Språk',
      value: 'sv',
      choices: [
        { title: 'Svenska', value: 'sv' },
        { title: 'Engelska', value: 'en' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'country',
      label: 'Land',
      style: 'filtered',
      placeholder: 'Sök land',
      choices: countries,
    },
    {
      type: 'Input.ChoiceSet',
      id: 'themes',
      label: 'Teman',
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      value: 'climate',
      choices: [
        { title: 'Klimat och energi', value: 'climate' },
        { title: 'Utbildning och småbarnspedagogik, även yrkesutbildning', value: 'education' },
        { title: 'Innovationer', value: 'innovation' },
      ],
    },
    { type: 'Input.Toggle', id: 'interpreter', title: 'Tolkning behövs', wrap: true },
  ],
  [button('Fortsätt', 'answer-form', 'positive'), button('Tillbaka', 'back')],
);

const receipt = card(
  [
    {
      type: 'Container',
      style: 'good',
      bleed: true,
      items: [{ type: 'TextBlock', style: 'heading', text: 'Sent to the Education unit', color: 'Good', wrap: true }],
    },
    {
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: 'Visitor: ', weight: 'Bolder' },
        { type: 'TextRun', text: '[City of *Tartu*](https://example.org)' },
      ],
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Case', value: 'KV-2026-0142' },
        { title: 'Day', value: '14 September 2026' },
        { title: 'Answer by', value: 'Ten working days, at the latest 28 August 2026' },
      ],
    },
    { type: 'TextBlock', text: 'Decided by two answers', weight: 'Bolder', separator: true, wrap: true },
    {
      type: 'Container',
      style: 'warning',
      items: [{ type: 'TextBlock', text: 'The programme has no return visit.', color: 'Warning', wrap: true }],
    },
    {
      type: 'Container',
      style: 'attention',
      items: [{ type: 'TextBlock', text: 'The day is a public holiday.', color: 'Attention', wrap: true }],
    },
    {
      type: 'Container',
      style: 'accent',
      items: [{ type: 'TextBlock', text: 'The mayor’s office is informed.', color: 'Accent', wrap: true }],
    },
    {
      type: 'Badge',
      text: 'New',
      fallback: { type: 'TextBlock', text: 'New', size: 'Small', isSubtle: true, wrap: true },
    },
  ],
  [button('Show the case', 'show-case'), button('Withdraw', 'withdraw', 'destructive')],
);

/** Three cards made by hand, with every kind of element the bot's cards use, for the gallery's own tests. */
export const EXAMPLE_CARDS: readonly GalleryCard[] = [
  { name: 'example-question', language: 'fi', card: question },
  { name: 'example-form', language: 'sv', card: form },
  { name: 'example-receipt', language: 'en', card: receipt },
];
