import { readWrittenPerson } from '../../bot/domain/written-person';

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
