import type { Answers } from '../../../bot/domain/process/answers';
import { findItem } from '../../../bot/domain/process/process';
import { isAnswered, openChoices, replay, SUMMARY } from '../../../bot/domain/walk/replay';
import { loadModel, play, TOY_PROCESSES, walk } from '../../fixtures/model';

const visit = loadModel('visit-request');
const toy = loadModel('lending-library', TOY_PROCESSES);

/** A complete visit: every criterion Yes, by a partner. */
const RECEIVED = {
  dignitary: false,
  'in-time': true,
  interesting: true,
  significant: true,
  'national-referral': true,
  'leadership-referral': true,
  visibility: true,
  partner: true,
  'main-theme': 'innovation',
};

/** What is asked about every visit before its criteria. */
const DAYS = { 'main-theme': 'innovation', arrival: null, departure: null };

describe('The position', () => {
  it('of a new walk is its first question', () => {
    const position = replay(visit, {});
    expect(position.next.id).toBe('dignitary');
    expect(position.outcome).toBeUndefined();
    expect(position.dropped).toEqual([]);
  });

  it('shows as steps only what is certain to be asked', () => {
    const ids = replay(visit, { dignitary: true }).steps.map((step) => step.id);
    const forms = ['visitor', 'programme', 'theme'];
    expect(ids).toEqual(['dignitary', 'dignitary-kind', 'what-and-when', 'result', ...forms, 'summary']);
  });

  it('counts the parts that may still come, and none that fell away', () => {
    const parts = (answers: Answers) => replay(visit, answers).parts.map(({ id }) => id);
    expect(parts({})).toEqual(visit.process.sections.map(({ id }) => id));
    expect(parts({ dignitary: true })).toEqual([
      ...['guest', 'what-and-when', 'recommendation', 'visitor', 'programme', 'theme', 'representation', 'owner'],
    ]);
    expect(parts(walk(visit).finish(RECEIVED).answers)).not.toContain('owner');
  });

  it('passes over answers that are there and stops at the first gap', () => {
    const { next } = replay(visit, { ...DAYS, dignitary: false, 'in-time': true, significant: true });
    expect(next.id).toBe('criteria');
  });

  it('is the summary when everything is answered', () => {
    expect(walk(visit).finish(RECEIVED).position.next).toBe(SUMMARY);
  });

  it('knows the outcome before it is shown, as soon as it is certain', () => {
    const early = { ...DAYS, dignitary: false, 'in-time': true };
    expect(play(visit, early).outcome).toBeUndefined();
    expect(play(visit, { ...early, interesting: true }).outcome).toBe('receive');
  });
});

describe('Answers that no longer count', () => {
  it('are dropped when their item is not asked', () => {
    const position = replay(visit, { dignitary: true, 'in-time': true, interesting: true });
    expect(position.dropped).toEqual(['in-time', 'interesting']);
    expect(position.facts.answers).toEqual({ dignitary: true });
  });

  it('are dropped when the process has no such item', () => {
    expect(replay(visit, { dignitary: true, colour: 'red' }).dropped).toEqual(['colour']);
  });

  it('are kept while it is open whether they are asked', () => {
    expect(replay(visit, { interesting: true }).dropped).toEqual([]);
  });

  it('are dropped when their choice may not be chosen any more', () => {
    expect(replay(toy, { member: true, tool: 'trailer' }).dropped).toEqual([]);
    expect(replay(toy, { member: false, tool: 'trailer' }).dropped).toEqual(['tool']);
  });

  it('are dropped when one of several choices may not be chosen any more', () => {
    expect(replay(toy, { tool: 'chainsaw', extras: ['gloves', 'oil'] }).dropped).toEqual([]);
    expect(replay(toy, { tool: 'drill', extras: ['gloves', 'oil'] }).dropped).toEqual(['extras']);
  });

  it('are dropped when the directory has lost their theme, so that the theme is asked again', () => {
    const themes = visit.directory.themes.filter((theme) => theme.id !== 'innovation');
    const position = replay(
      { ...visit, directory: { ...visit.directory, themes } },
      walk(visit).finish(RECEIVED).answers,
    );
    expect(position.dropped).toEqual(['main-theme']);
    expect(position.next.id).toBe('what-and-when');
  });

  it('are dropped when the outcome that was seen is another now', () => {
    const seen = { dignitary: false, 'in-time': false, 'late-response': 'decline', result: 'not-in-time' };
    expect(replay(visit, seen).dropped).toEqual([]);
    expect(replay(visit, { ...seen, dignitary: true }).dropped).toEqual(['in-time', 'late-response', 'result']);
  });
});

describe('The choices that are open', () => {
  const tool = findItem(toy.process, 'tool');
  const theme = findItem(toy.process, 'main-theme');

  it('are those whose condition holds', () => {
    if (tool?.type !== 'choice') throw new Error('"tool" is a choice.');
    expect(openChoices(tool, replay(toy, { member: true }).facts)).toContain('trailer');
    expect(openChoices(tool, replay(toy, { member: false }).facts)).not.toContain('trailer');
    expect(openChoices(tool, replay(toy, {}).facts)).not.toContain('trailer');
  });

  it('are not told where the directory decides', () => {
    if (theme?.type !== 'choice') throw new Error('"main-theme" is a choice.');
    expect(openChoices(theme, replay(toy, {}).facts)).toBeUndefined();
  });
});

describe('A step is answered', () => {
  const form = replay(toy, {}).steps.find((step) => step.kind === 'form');

  it('when all its items are, an empty field included', () => {
    if (form?.kind !== 'form') throw new Error('The toy process has a form.');
    const empty = Object.fromEntries(form.items.map((item) => [item.id, null]));
    expect(isAnswered(form, empty)).toBe(true);
    const { borrower: _, ...partly } = empty;
    expect(isAnswered(form, partly)).toBe(false);
  });

  it('never, when it is the summary', () => {
    expect(isAnswered(SUMMARY, {})).toBe(false);
  });
});

it('who had gone back to a criterion before the criteria stood together is at their card', () => {
  const { answers } = walk(visit).finish({ ...DAYS, ...RECEIVED });
  expect(walk(visit, { answers, at: 'visibility' }).at).toBe('criteria');
});
