import { route } from '../../../bot/domain/case/routing';
import type { DirectoryContent } from '../../../bot/domain/directory/directory';
import type { Answers } from '../../../bot/domain/process/answers';
import type { Model } from '../../../bot/domain/rules/model';
import { loadModel, TOY_PROCESSES, walk } from '../../fixtures/model';

const toy = loadModel('lending-library', TOY_PROCESSES);
const DRILL = { member: true, tool: 'drill', 'main-theme': 'open-data' };

function routed(answers: Answers, model: Model = toy) {
  return route(model, walk(model).finish({ ...DRILL, ...answers }).answers);
}

function withDirectory(change: Partial<DirectoryContent>): Model {
  return { ...toy, directory: { ...toy.directory, ...change } };
}

it('the first rule that holds names the responsible unit, with its reason and source', () => {
  expect(routed({}).responsible).toEqual({
    unit: 'service-development',
    deliverTo: 'service-development',
    rule: 'main-theme',
    source: 'product',
  });
  expect(routed({ 'main-theme': 'congresses' }).responsible.rule).toBe('outside-group');
});

it('every rule that holds adds units that are told, in the order of the rules', () => {
  const answers = { tool: 'trailer', 'towing-licence': true, 'other-themes': ['innovation', 'immigration'] };
  expect(routed(answers).informed.map(({ unit, rule }) => [unit, rule])).toEqual([
    ['sustainable-development', 'trailer-keeper'],
    ['espoo-marketing-business', 'other-theme'],
    ['economic-and-urban-development', 'other-theme'],
  ]);
});

it('a unit is told once, for the first reason', () => {
  const answers = {
    tool: 'trailer',
    'towing-licence': true,
    'other-themes': ['sustainable-development', 'innovation', 'business'],
  };
  expect(routed(answers).informed.map(({ unit, rule }) => [unit, rule])).toEqual([
    ['sustainable-development', 'trailer-keeper'],
    ['espoo-marketing-business', 'other-theme'],
  ]);
});

it('the responsible unit is not told in addition', () => {
  expect(routed({ 'other-themes': ['data-analytics', 'open-data'] }).informed).toEqual([]);
});

it('without other themes nobody else is told', () => {
  expect(routed({ 'other-themes': [] }).informed).toEqual([]);
});

describe('What is meant for a unit without an address', () => {
  const units = toy.directory.units.map((unit) =>
    unit.id === 'service-development' ? { ...unit, contact: { name: 'Somebody' } } : unit,
  );

  it('goes to the international affairs team, and still says whom it is meant for', () => {
    expect(routed({}, withDirectory({ units })).responsible).toMatchObject({
      unit: 'service-development',
      deliverTo: 'international-affairs',
    });
  });

  it('goes there too when the unit is only told', () => {
    const answers = { 'main-theme': 'immigration', 'other-themes': ['open-data'] };
    expect(routed(answers, withDirectory({ units })).informed).toMatchObject([
      { unit: 'service-development', deliverTo: 'international-affairs' },
    ]);
  });
});

it('a rule whose theme has no unit gives way to the next', () => {
  const [desk, outside, theme] = toy.process.routing.responsible;
  if (!desk || !outside || !theme) throw new Error('The toy process has three routing rules.');
  const last = { ...desk, when: { all: [] } };
  const process = { ...toy.process, routing: { responsible: [theme, last], informed: [] } };
  const themes = toy.directory.themes.map((one) => (one.id === 'open-data' ? { ...one, unit: 'nobody' } : one));
  const model: Model = { ...toy, process, directory: { ...toy.directory, themes } };
  expect(routed({}, model).responsible.rule).toBe('refusals-to-desk');
});

it('answers that no rule fits are an error that names the process', () => {
  expect(() => route(toy, { member: true, tool: 'drill' })).toThrow(
    'No routing rule of "lending-library" holds: its last rule must always hold.',
  );
});

describe('What is meant for a unit whose contact nobody has confirmed', () => {
  it('goes to the international affairs team, as if there were no address', () => {
    const model = withDirectory({ unconfirmedContacts: ['service-development'] });
    expect(routed({}, model).responsible).toMatchObject({
      unit: 'service-development',
      deliverTo: 'international-affairs',
    });
    expect(routed({ 'main-theme': 'congresses' }, model).responsible.deliverTo).not.toBe('international-affairs');
  });
});
