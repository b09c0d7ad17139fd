import { type Acquaintance, type Learning, learnt } from '../../bot/domain/acquaintance';

const AINO = { id: 'aino', tenant: 't', name: 'Aino Esimerkki' };
const MET: Acquaintance = { person: AINO, language: 'en', languageChosen: false };
const CHOSE: Acquaintance = { ...MET, language: 'sv', languageChosen: true };

it.each<[Learning['by'], string, Acquaintance | undefined, Partial<Acquaintance>]>([
  ['supposition', 'of a stranger is better than nothing', undefined, { language: 'fi', languageChosen: false }],
  ['supposition', 'changes nothing that was heard', MET, { language: 'en', languageChosen: false }],
  ['supposition', 'changes no choice', CHOSE, { language: 'sv', languageChosen: true }],
  ['words', 'count until somebody chooses', MET, { language: 'fi', languageChosen: false }],
  ['words', 'change no choice', CHOSE, { language: 'sv', languageChosen: true }],
  ['choice', 'holds', MET, { language: 'fi', languageChosen: true }],
  ['choice', 'takes the place of another', CHOSE, { language: 'fi', languageChosen: true }],
])('a language known by %s %s', (by, _, known, expected) => {
  expect(learnt(known, AINO, { language: 'fi', by })).toEqual({ person: AINO, ...expected });
});

it('keeps what it is not told, also what only a newer version knows', () => {
  const known: Acquaintance = { ...CHOSE, chat: 'a:1', notify: 'quiet', guest: false, newer: { digestHour: 8 } };
  const learning = { language: 'en', by: 'words' } as const;
  expect(learnt(known, AINO, learning)).toEqual(known);
  expect(learnt(known, AINO, { ...learning, chat: 'a:2' })).toEqual({ ...known, chat: 'a:2' });
});

it('takes a new name over, and keeps the one that is known where none is told', () => {
  const { name: _, ...nameless } = AINO;
  const learning = { language: 'en', by: 'supposition' } as const;
  expect(learnt(MET, { ...AINO, name: 'Aino Malli' }, learning).person.name).toBe('Aino Malli');
  expect(learnt(MET, nameless, learning).person).toEqual(AINO);
  expect(learnt(undefined, nameless, learning).person).toEqual({ ...AINO, name: '' });
});
