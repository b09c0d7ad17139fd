import type { Answers } from '../../../bot/domain/process/answers';
import { outcomeOf } from '../../../bot/domain/walk/outcome';
import { replay } from '../../../bot/domain/walk/replay';
import { loadModel, TOY_PROCESSES } from '../../fixtures/model';

const toy = loadModel('lending-library', TOY_PROCESSES);
const outcome = (answers: Answers) => outcomeOf(toy.process, replay(toy, answers).facts)?.id;

it('the first rule that holds is the outcome, though later ones hold as well', () => {
  const safe = { tool: 'chainsaw', trained: true, 'protective-gear': true, helper: true };
  expect(outcome({ member: false, ...safe })).toBe('members-only');
  expect(outcome({ member: true, ...safe })).toBe('lend');
});

it('a rule that is still open keeps every later one from being the outcome', () => {
  expect(outcome({})).toBeUndefined();
  expect(outcome({ member: true, tool: 'chainsaw', trained: true })).toBeUndefined();
});

it('the outcome is certain as soon as no open answer can change it', () => {
  expect(outcome({ member: true, tool: 'drill' })).toBe('lend');
  expect(outcome({ tool: 'drill' })).toBe('lend');
  expect(outcome({ member: false, tool: 'chainsaw' })).toBe('members-only');
  expect(outcome({ member: true, tool: 'chainsaw', trained: false, helper: false })).toBe('not-yet');
});

it('what is not asked does not count', () => {
  expect(outcome({ member: true, tool: 'ladder', trained: true, helper: false })).toBe('not-yet');
});

it('without any rule that holds there is no outcome', () => {
  const process = { ...toy.process, outcomes: toy.process.outcomes.slice(0, 1) };
  expect(outcomeOf(process, replay(toy, { member: true, tool: 'drill' }).facts)).toBeUndefined();
});
