import { fuzz } from './fuzz';

it('mutated activities: nothing breaks, nothing leaks, nothing is written but by what is valid', async () => {
  const { violations } = await fuzz({ seed: 20_260_302, count: 1_500 });
  expect(violations).toEqual([]);
}, 60_000);
