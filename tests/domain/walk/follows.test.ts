/** An answer that another answer says already: filled in, asked of nobody, kept only once a person has changed it. */
import type { Answers } from '../../../bot/domain/process/answers';
import { contradictionsIn } from '../../../bot/domain/walk/contradictions';
import { replay, withoutFollowing } from '../../../bot/domain/walk/replay';
import { loadModel, play, type Walk } from '../../fixtures/model';

const partnership = loadModel('partnership-evaluation');
const BENEFITS = ['strategy', 'values', 'learning', 'forerunner', 'common-will', 'resources', 'opportunities'];
const ALL_SEVEN = Object.fromEntries(BENEFITS.map((item) => [item, true]));
const UP_TO_COMMERCIAL: Answers = {
  partner: 'Sample Works',
  'strategy-how': 'So',
  ...ALL_SEVEN,
  'inputs-realistic': true,
  'benefit-cost': true,
  commitment: true,
  credible: true,
};
const AFTER: Answers = { 'commercial-interest': true, risk: false, 'main-theme': 'business', level: 'unit' };
const of = (kind: string): Walk => play(partnership, { ...UP_TO_COMMERCIAL, 'partner-kind': kind });

describe('That a company is a commercial partner', () => {
  it('is filled in, so that the next question is about its interest', () => {
    const moment = of('company');
    expect([moment.at, moment.position.facts.answers.commercial]).toEqual(['commercial-interest', true]);
    expect([...moment.position.followed]).toEqual(['commercial']);
  });

  it.each(['city', 'network', 'organisation', 'research-and-innovation', 'other-authority'])(
    'is asked of a partner of the kind %s',
    (kind) => expect([of(kind).at, of(kind).position.followed.size]).toEqual(['commercial', 0]),
  );

  it('is not kept with the draft, but with the case that comes of it', () => {
    const end = of('company').finish(AFTER);
    expect(end.answers).not.toHaveProperty('commercial');
    expect(end.submit().answers).toMatchObject({ commercial: true, 'commercial-interest': true });
  });

  it('is changed by one press from the card after it, and then kept as what the person said', () => {
    const changed = of('company').send({ type: 'answer-otherwise', item: 'commercial', value: false });
    expect([changed.at, changed.answers.commercial, changed.position.followed.size]).toEqual(['risk', false, 0]);
  });

  it('is asked about where a person says otherwise: neither is right by itself, and nothing is sent until one gives way', () => {
    const otherwise = of('company').send({ type: 'answer-otherwise', item: 'commercial', value: false }).finish(AFTER);
    expect(contradictionsIn(partnership, otherwise.position).map(({ id }) => id)).toEqual(['company-not-commercial']);
    expect(otherwise.send({ type: 'submit' }).refused).toBe(true);
    const settled = otherwise
      .change('about-partner')
      .fill('about-partner', { 'partner-kind': 'organisation' })
      .finish();
    expect(settled.submit().answers).toMatchObject({ 'partner-kind': 'organisation', commercial: false });
  });

  it('is changed on its own card, too', () => {
    const changed = of('company').change('commercial').answer('commercial', false);
    expect([changed.at, changed.answers.commercial]).toEqual(['risk', false]);
  });

  it('goes with the answer that it follows from: of another kind of partner it is asked', () => {
    const changed = of('company').change('about-partner').fill('about-partner', { 'partner-kind': 'organisation' });
    expect([changed.at, changed.position.facts.answers.commercial]).toEqual(['commercial', undefined]);
  });

  it('does not replace what somebody said, as drafts of earlier versions have it', () => {
    const said = play(partnership, { ...UP_TO_COMMERCIAL, 'partner-kind': 'organisation' }).answer('commercial', false);
    const company = said.change('about-partner').fill('about-partner', { 'partner-kind': 'company' });
    expect([company.position.facts.answers.commercial, company.position.followed.size]).toEqual([false, 0]);
  });
});

it('nothing but what was filled in can be answered from another card', () => {
  const moment = of('organisation').answer('commercial', true);
  expect(moment.send({ type: 'answer-otherwise', item: 'commercial', value: false }).refused).toBe(true);
  const early = play(partnership, { partner: 'Sample Works', 'partner-kind': 'company' });
  expect(early.send({ type: 'answer-otherwise', item: 'commercial', value: false }).refused).toBe(true);
});

it('a city partner is asked, because nobody asks what kind of partner a city is', () => {
  const proposal = loadModel('city-partner-proposal');
  const moment = play(proposal, {
    ...UP_TO_COMMERCIAL,
    city: 'Utrecht',
    'proposal-kind': 'cooperation-agreement',
    level: 'sector',
    'cooperation-goals': 'Schools learn from each other',
  });
  expect([moment.at, moment.position.followed.size]).toEqual(['commercial', 0]);
});

describe('When a case is changed', () => {
  const sent = () => of('company').finish(AFTER).submit().answers;

  it('what follows is filled in anew, so that it changes with the kind of partner', () => {
    const answers = withoutFollowing(partnership, sent());
    expect(answers).not.toHaveProperty('commercial');
    expect(replay(partnership, answers).facts.answers).toEqual(sent());
    const other = replay(partnership, { ...answers, 'partner-kind': 'city' });
    expect(other.next.id).toBe('commercial');
  });

  it('what was said otherwise stays said', () => {
    const { 'commercial-interest': _interest, ...rest } = sent();
    const otherwise = { ...rest, commercial: false };
    expect(withoutFollowing(partnership, otherwise)).toEqual(otherwise);
  });
});
