import { startAssistant } from '../fixtures/running-assistant';
import { walkToSummary } from './visit-walk';
it('measures', async () => {
  const a = await startAssistant();
  const p = a.person('M');
  await walkToSummary(p);
  const b = (p.card() as any).body;
  console.log(Buffer.byteLength(JSON.stringify(p.card())), b.map((x:any)=>JSON.stringify(x).length).join(' '), JSON.stringify(b.slice(4,9)), JSON.stringify(b.at(-1)));
  await a.close();
});
