/** Makes the work of the bench out of the assistant's own process, words and cards. */
import { Template } from 'adaptivecards-templating';
import type { Draft } from '../../bot/domain/walk/draft';
import { draftCard } from '../../bot/features/walk/draft-card';
import { testContent } from '../../tests/fixtures/content';
import { RECEIVED } from '../../tests/fixtures/model';
import { DRAFT, REVISION, type Work, type WorkCard } from './work';

const LANGUAGE = 'en';
/** What is asked before the questions that are measured. */
const BEFORE = { dignitary: false, 'main-theme': 'innovation', arrival: null, departure: null };

/** Computes it with the assistant's own view-models, so that nobody shows less than the assistant does. */
export function makeWork(): Work {
  const { content, kit, model } = testContent();
  const { dignitary: _, ...measured } = RECEIVED;
  const answers = Object.entries(measured);
  const layouts: Record<string, object> = {};
  const cards = [...answers, undefined].map((_next, done) => {
    let made: Omit<WorkCard, 'text'> | undefined;
    const render = (layout: string, view: object) => {
      layouts[layout] = { ...content.layouts.get(layout), lang: LANGUAGE };
      made = { layout, view };
      return {};
    };
    draftCard({ ...kit(LANGUAGE), render }, model('visit-request'), draftAfter(answers.slice(0, done)));
    if (!made) throw new Error(`There is no card after ${done} answers.`);
    return { ...made, text: JSON.stringify(new Template(layouts[made.layout]).expand({ $root: made.view })) };
  });
  return { answers, cards, layouts };
}

/** A draft of a visit request in which this has been answered. */
export function draftAfter(answers: readonly (readonly [string, boolean])[]): Draft {
  const moment = '2026-03-02T09:00:00.000Z';
  return {
    id: DRAFT,
    owner: { id: 'nobody', tenant: 'nowhere', name: 'Aino Esimerkki' },
    process: 'visit-request',
    version: 2,
    language: LANGUAGE,
    state: { answers: { ...BEFORE, ...Object.fromEntries(answers) } },
    revision: REVISION,
    createdAt: moment,
    updatedAt: moment,
  };
}
