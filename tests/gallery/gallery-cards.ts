import { caseCard } from '../../bot/cards/case/case';
import { receiptCard } from '../../bot/cards/case/receipt';
import { type Greeting, homeCard } from '../../bot/cards/home';
import type { Kit } from '../../bot/cards/kit';
import { draftListCard, workListCard } from '../../bot/cards/listing/work-list';
import { type Notice, plainNotice } from '../../bot/cards/notice';
import { languageCard } from '../../bot/cards/person/preferences';
import { formCard } from '../../bot/cards/walk/form';
import { walkView } from '../../bot/cards/walk/walk';
import { submission } from '../../bot/domain/case/submission';
import { LANGUAGES } from '../../bot/domain/language/language';
import type { EarlierCase, Relations } from '../../bot/domain/listing/relations';
import type { Message } from '../../bot/domain/message';
import type { Answers } from '../../bot/domain/process/answers';
import type { Process } from '../../bot/domain/process/process';
import type { Model } from '../../bot/domain/rules/model';
import { NEW_WALK } from '../../bot/domain/walk/checklist';
import type { Draft } from '../../bot/domain/walk/draft';
import { draftCard } from '../../bot/features/walk/draft-card';
import { type TestContent, testContent } from '../fixtures/content';
import { directoryCards } from './directory-cards';
import { editCards } from './edit-cards';
import type { GalleryCard } from './gallery-card';
import { inboxCards } from './inbox-cards';
import { kindCards } from './kind-cards';
import { lifeCards, withPeople } from './life-cards';
import { privacyCards } from './privacy-cards';
import { processCards } from './process-cards';

const OWNER = {
  id: '0a1c7e52-3b94-4f6d-8a20-5d61e9b8c401',
  tenant: '5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10',
  name: 'Aino Esimerkki',
};

/** What a form asks about every visit before its criteria. */
const days = { 'main-theme': 'innovation', arrival: '2026-05-04', departure: '2026-05-05' };
const criteria = {
  dignitary: false,
  ...days,
  'in-time': true,
  interesting: true,
  significant: true,
  'national-referral': false,
  'leadership-referral': false,
  visibility: true,
};
const details = {
  organisation: 'Sample Metropolitan Council',
  country: 'KR',
  'visitor-kind': 'city',
  'group-size': 18,
  guests: 'Ms Kim Sample, vice mayor\nMr Lee Example, head of education',
  'visitor-contact': 'Lee Example, lee@example.com',
  ...days,
  interests: 'How schools and companies work together, and how the city supports them.',
  learn: 'How they plan services with residents.',
  'visit-language': 'english',
  interpretation: 'consecutive',
  'other-themes': ['sustainable-development', 'leisure-travel'],
  level: 'one-sector',
  goals: ['innovation-environment'],
};
const complete: Answers = { ...criteria, result: 'receive', partner: false, ...details };

const earlierCase: EarlierCase = {
  number: 'V-2025-0042',
  process: 'visit-request',
  submittedAt: '2025-05-04T09:00:00Z',
  outcome: 'receive',
  state: 'followed-up',
  unit: 'espoo-marketing-business',
  openTodos: 2,
};
/** As much as there can be. */
const EARLIER: Relations = {
  organisation: [
    earlierCase,
    { ...earlierCase, number: 'A-2024-0010', process: 'advocacy', outcome: '', openTodos: 0 },
  ],
  city: [
    { ...earlierCase, number: 'C-2023-0033', process: 'city-partner-proposal', outcome: 'agreement', openTodos: 1 },
  ],
  country: { count: 100, atLeast: true },
  repeats: earlierCase,
};

/** Every card that the bot sends, in the states that matter, in three languages. */
export async function galleryCards(
  { content, kit, model }: TestContent = testContent(),
): Promise<readonly GalleryCard[]> {
  const visit = model('visit-request');
  const processes = [...content.processes.values()];
  return LANGUAGES.flatMap((language) => {
    const cards = {
      ...cardsOf(kit(language), { visit, dignitaryVisit: model('dignitary-visit') }, processes),
      ...inboxCards(kit(language), visit, processes),
      ...processCards(kit(language)),
      ...directoryCards(kit(language)),
      ...kindCards(kit(language)),
    };
    return Object.entries(cards).map(([name, { card }]) => ({ name, language, card }));
  });
}

/** The same where each unit says how early it wishes to be asked. */
function withNotice(model: Model): Model {
  const units = model.directory.units.map((unit) => ({ ...unit, noticeDays: 30 }));
  return { ...model, directory: { ...model.directory, units } };
}

function cardsOf(
  kit: Kit,
  { visit, dignitaryVisit }: { readonly visit: Model; readonly dignitaryVisit: Model },
  processes: readonly Process[],
): Record<string, Message> {
  const draft = (answers: Answers, more: Partial<Draft> = {}): Draft => ({
    id: '1727c0-zddr1snzz078ed9',
    owner: OWNER,
    process: 'visit-request',
    version: 1,
    language: kit.words.language,
    state: { ...NEW_WALK, answers },
    revision: 4,
    createdAt: '2026-03-02T09:00:00Z',
    updatedAt: '2026-03-02T09:10:00Z',
    ...more,
  });
  const at = (answers: Answers, step?: string, pause?: 'cancel' | 'saved') =>
    draftCard(kit, visit, draft(answers, { state: { answers, ...(step && { at: step }), ...(pause && { pause }) } }));
  const notYet = { dignitary: false, ...days, 'in-time': true };
  const none = { ...criteria, interesting: false, significant: false, visibility: false };
  const dignitary = { dignitary: true, 'dignitary-kind': 'ambassador', ...days };
  const late = { ...notYet, 'in-time': false };
  const noticed = withNotice(visit);
  const { case: made } = submission(visit, draft(complete), { number: 'V-2026-0042', now: '2026-03-02T09:12:00Z' });
  const peopled = withPeople(visit);
  const plain = submission(peopled, draft({ ...complete, 'other-themes': ['sustainable-development'] }), {
    number: 'V-2026-0042',
    now: '2026-03-02T09:12:00Z',
  }).case;
  const wide = submission(visit, draft({ ...complete, 'main-theme': 'leisure-travel', 'other-themes': [] }), {
    number: 'V-2026-0074',
    now: '2026-03-02T09:12:00Z',
  }).case;
  const form = walkView(visit, draft({ ...criteria, result: 'receive', partner: false }));
  const occasions: readonly Greeting[] = ['welcome', 'hello', 'help', 'not-understood'];
  const notices: readonly Notice[] = [
    'discarded',
    'not-yours',
    'gone',
    'nothing-open',
    'in-personal-chat',
    'no-personal-chat',
    'unavailable',
    'failed',
    'not-coordinator',
    'outsider',
    'guest',
  ];
  return {
    ...Object.fromEntries(occasions.map((occasion) => [`home-${occasion}`, homeCard(kit, processes, occasion)])),
    'question-yes-no': at({}),
    'question-answered': at({ ...notYet, interesting: true }, 'interesting'),
    'question-choice': at({ dignitary: true }),
    'question-in-time': draftCard(kit, noticed, draft({ dignitary: false, ...days }), { visits: 2 }),
    'question-late': at(late),
    'question-after-change': draftCard(kit, visit, draft({ dignitary: true }), {
      dropped: ['in-time', 'interesting', 'significant'],
    }),
    'question-handed-over': draftCard(kit, dignitaryVisit, draft({ foreign: true }, { process: 'dignitary-visit' }), {
      cameFrom: { process: 'visit-request', rule: 'dignitary' },
    }),
    'question-technical-visit': at({ ...complete, ...none, result: 'not-free', partner: false, networks: false }),
    'summary-contradiction': at({ ...complete, 'visitor-kind': 'sister-or-partner-city' }),
    'outcome-receive': at(criteria),
    'outcome-not-free': at(none),
    'outcome-late': at({ ...late, 'late-response': 'decline' }),
    'outcome-ambassador': at(dignitary),
    'outcome-royalty': at({ ...dignitary, 'dignitary-kind': 'royalty' }),
    'form-what-and-when': at({ dignitary: false }),
    'checklist-criteria': at(notYet),
    'checklist-criteria-missing': formCard(kit, walkView(visit, draft(notYet)), {
      inputs: { interesting: 'true', significant: 'false' },
      problems: { 'national-referral': 'missing', 'leadership-referral': 'missing', visibility: 'missing' },
    }),
    'form-other-days': at({ ...late, 'late-response': 'another-date' }),
    'form-visitor': formCard(kit, form),
    'form-visitor-sister': formCard(kit, form, {
      inputs: { organisation: 'City of Shanghai', country: 'CN', 'visitor-kind': 'sister-or-partner-city' },
      problems: { 'visitor-kind': 'sister-city', 'group-size': 'missing', 'visitor-contact': 'missing' },
    }),
    'form-visitor-problems': formCard(kit, form, {
      inputs: { organisation: 'Sample Metropolitan Council', 'group-size': '0', 'visitor-contact': '' },
      problems: {
        country: 'missing',
        'visitor-kind': 'missing',
        'group-size': 'out-of-range',
        'visitor-contact': 'missing',
      },
    }),
    'form-visitor-asked': formCard(kit, form, {
      inputs: { organisation: 'Sample Metropolitan Council', 'group-size': '1,000' },
      problems: { 'group-size': 'which-number' },
      meant: { 'group-size': [1000, 1] },
    }),
    'form-programme': at(complete, 'programme'),
    'form-theme': at(complete, 'theme'),
    'form-owner': at({ ...complete, 'main-theme': 'sector-substance' }),
    summary: at(complete),
    'summary-sister': at({ ...complete, organisation: 'City of Shanghai', country: 'CN' }),
    'summary-earlier': draftCard(kit, visit, draft(complete), { relations: EARLIER }),
    'summary-dignitary': at({ ...dignitary, result: 'dignitary', ...details }),
    cancel: at(criteria, undefined, 'cancel'),
    saved: at(criteria, undefined, 'saved'),
    receipt: receiptCard(kit, visit, made),
    'receipt-plain': receiptCard(kit, visit, plain),
    'case-plain': caseCard(
      kit,
      { model: peopled, case: plain },
      {
        as: 'responsible',
        unit: 'espoo-marketing-business',
        deliverTo: 'espoo-marketing-business',
      },
    ),
    'receipt-without-address': receiptCard(kit, visit, wide),
    'case-responsible': caseCard(
      kit,
      { model: visit, case: made },
      { as: 'responsible', unit: 'espoo-marketing-business', deliverTo: 'espoo-marketing-business' },
      { rehearsal: kit.words.own('rehearsal.unit', { unit: 'Espoo Marketing' }) },
    ),
    'case-without-address': caseCard(
      kit,
      { model: visit, case: wide },
      {
        as: 'responsible',
        unit: 'espoo-marketing-leisure',
        deliverTo: 'international-affairs',
      },
    ),
    'case-own': caseCard(kit, { model: visit, case: made }, { as: 'requester' }),
    'work-list': workListCard(kit, () => visit, {
      who: { id: '' },
      given: { items: [] },
      page: {
        items: [draft(criteria), draft(complete, { case: 'V-2026-0042' }), draft(details, { case: 'V-2026-0010' })],
        next: 'more',
      },
    }),
    'work-list-empty': workListCard(kit, () => visit, { who: { id: '' }, given: { items: [] }, page: { items: [] } }),
    'draft-list': draftListCard(kit, () => visit, [
      draft(criteria),
      draft({ ...complete, organisation: '**Bold** [link](https://example.com)' }),
    ]),
    ...Object.fromEntries(notices.map((kind) => [`notice-${kind}`, plainNotice(kit, kind)])),
    language: languageCard(kit),
    ...editCards(kit, visit, made),
    ...privacyCards(kit),
    ...lifeCards(
      kit,
      peopled,
      submission(peopled, draft(complete), { number: 'V-2026-0042', now: '2026-03-02T09:12:00Z' }),
    ),
  };
}
