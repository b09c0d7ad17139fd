/** The running assistant of a file of tests, or of a block in one, and somebody new to talk to it in each test. */
import { type RunningAssistant, type RunningOptions, startAssistant } from '../fixtures/running-assistant';
import type { TeamsPerson } from '../fixtures/teams-person';
import { standingFor } from './standing-for';

/**
 * Starts it before the first test and stops it after the last, or for each test anew. After each test, nothing may have
 * been sent that Teams would not have taken. What is returned stands for the one that runs, and is of use once it does.
 */
export function withAssistant(options: RunningOptions = {}, { forEachTest = false } = {}): RunningAssistant {
  let running: RunningAssistant | undefined;
  const start = async () => {
    running = await startAssistant(options);
  };
  const stop = () => running?.close();
  const looksRight = () => expect(running?.violations()).toEqual([]);
  if (forEachTest) {
    beforeEach(start);
    afterEach(looksRight);
    afterEach(stop);
  } else {
    beforeAll(start);
    afterEach(looksRight);
    afterAll(stop);
  }
  return standingFor('the assistant', () => running);
}

/** Somebody called like the test, whom the assistant has never seen. */
export function withSomebodyNew(assistant: RunningAssistant): TeamsPerson {
  let somebody: TeamsPerson | undefined;
  beforeEach(() => {
    somebody = assistant.person(expect.getState().currentTestName ?? 'nobody');
  });
  return standingFor('the person', () => somebody);
}
