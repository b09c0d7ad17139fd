/** What somebody sees of their own data, and how the team erases a person. */

import type { Kit } from '../../bot/cards/kit';
import { confirmErasureCard, erasingCard, whichToEraseCard, whoToEraseCard } from '../../bot/cards/privacy/erasure';
import { myDataCard, myDataTextCard } from '../../bot/cards/privacy/my-data';
import type { Message } from '../../bot/domain/message';

const AINO = { id: '0a1c7e52', name: 'Aino Esimerkki' };
const EERO = { id: '1b2d8f63', name: 'Aino Malliperhe' };

export function privacyCards(kit: Kit): Record<string, Message> {
  const known = { language: kit.words.language, notify: 'daily', hasChat: true } as const;
  const text = JSON.stringify({ person: AINO, drafts: [], cases: ['V-2026-0042'] }, null, 1);
  const plan = { person: AINO, units: [], drafts: 1, over: 4, open: ['V-2026-0042', 'E-2026-0007'] };
  return {
    'my-data': myDataCard(kit, {
      known,
      units: ['Espoo Marketing Oy'],
      drafts: 1,
      sent: 4,
      listed: 6,
      given: 0,
      atLeast: false,
      since: '2026-03-02T09:00:00.000Z',
    }),
    'my-data-of-a-stranger': myDataCard(kit, { units: [], drafts: 0, sent: 0, listed: 0, given: 0, atLeast: false }),
    'my-data-text': myDataTextCard(kit, { pages: [text, text, text], page: 1, isCut: true }),
    'erasure-who': whoToEraseCard(kit),
    'erasure-nobody': whoToEraseCard(kit, 'Nobody', kit.words.own('erasure.nobody')),
    'erasure-which': whichToEraseCard(kit, { items: [AINO, EERO] }),
    'erasure-confirm': confirmErasureCard(kit, plan),
    'erasure-of-a-member': confirmErasureCard(kit, { ...plan, units: ['Espoo Marketing Oy'] }),
    'erasure-begun': erasingCard(kit, plan.open),
  };
}
