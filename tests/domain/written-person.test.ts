import { readWrittenPerson, writtenPerson } from '../../bot/domain/written-person';

it.each([
  ['Aino Esimerkki', { name: 'Aino Esimerkki' }],
  [' aino@espoo.example ', { name: '', address: 'aino@espoo.example' }],
  ['Aino Esimerkki, aino@espoo.example', { name: 'Aino Esimerkki', address: 'aino@espoo.example' }],
  ['Aino Esimerkki <aino@espoo.example>', { name: 'Aino Esimerkki', address: 'aino@espoo.example' }],
  ['aino@espoo.example (Aino Esimerkki)', { name: 'Aino Esimerkki', address: 'aino@espoo.example' }],
  ['Esimerkki, Aino', { name: 'Esimerkki, Aino' }],
])('"%s" is read', (text, person) => {
  expect(readWrittenPerson(text)).toEqual(person);
});

it('what is written of somebody is read as it was', () => {
  const person = { name: 'Aino Esimerkki', address: 'aino@espoo.example' };
  expect(readWrittenPerson(writtenPerson(person))).toEqual(person);
  expect(writtenPerson({ name: 'Aino Esimerkki' })).toBe('Aino Esimerkki');
});
