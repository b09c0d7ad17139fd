import { replay } from '../../bot/domain/replay';
import { loadModel, TOY_PROCESSES } from '../fixtures/model';
import { exploreWalks } from './explore-walks';

it('t', () => {
  for (const m of [loadModel('visit-request'), loadModel('lending-library', TOY_PROCESSES)]) {
    for (const cap of [20000, 20000, 100, 300]) {
      const t = performance.now();
      const e = exploreWalks(m, cap);
      console.log(m.process.id, cap, performance.now() - t, e.problems.length);
    }
    const t = performance.now();
    for (let i = 0; i < 1000; i++) replay(m, { dignitary: false, member: true });
    console.log('replay', (performance.now() - t) / 1000);
  }
});
