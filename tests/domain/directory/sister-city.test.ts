import { findSisterCity, sisterCityOf } from '../../../bot/domain/directory/sister-city';
import { loadDirectory } from '../../fixtures/model';

const directory = loadDirectory();
const found = (text: string, country?: string) => findSisterCity(directory, text, country)?.id;
const nobody = { organisation: '', city: '', country: '' };

describe('A sister city', () => {
  it.each([
    ['Shanghai', 'shanghai'],
    ['SHANGHAI', 'shanghai'],
    ['City of Shanghai', 'shanghai'],
    ['the City of Shanghai', 'shanghai'],
    ['Delegation of the City of Shanghai', 'shanghai'],
    ['Shanghai City Council', 'shanghai'],
    ["Shanghai Municipal People's Government", 'shanghai'],
    ['Shanghain kaupunki', 'shanghai'],
    ['Shanghain kaupungin valtuuskunta', 'shanghai'],
    ['Shanghai stad', 'shanghai'],
    ['Shanghais stad', 'shanghai'],
    ['Shanghai, China', 'shanghai'],
    ['Shanghai (China)', 'shanghai'],
    ['City of Shanghai, People’s Republic of China', 'shanghai'],
    ['Shanghai, Kiina', 'shanghai'],
    ['上海市', 'shanghai'],
    ['Kristianstads kommun', 'kristianstad'],
    ['Kristianstadin kaupunki', 'kristianstad'],
    ['Kongsbergin kunta', 'kongsberg'],
    ['Kongsberg kommune, Norge', 'kongsberg'],
    ['Køge Kommune', 'koge'],
    ['Koegen kaupunki', 'koge'],
    ['Nõmme linnaosa', 'nomme'],
    ['Nõmme, Tallinn, Estonia', 'nomme'],
    ['Sveitarfélagið Skagafjörður', 'skagafjordur'],
    ['Esztergom Város Önkormányzata', 'esztergom'],
    ['Strigonium', 'esztergom'],
    ['Администрация города Сочи', 'sochi'],
    ['Sotšin kaupunki', 'sochi'],
    ['Irving, Texas, USA', 'irving'],
    ['Mayor of Irving', 'irving'],
  ])('is known when it is written "%s"', (text, id) => {
    expect(found(text)).toBe(id);
  });

  it.each([
    'Shanghai University',
    'University of Shanghai',
    'Shanghai Normal University City College',
    'Irving Berlin Society',
    'Kongsberg Gruppen',
    'Shanghai Tower',
    'Sochi 2014 Olympic Park',
    'New Shanghai',
    'Shanghais',
    'Kristianstadin',
    'Shanghai, Texas',
    'Irving, Scotland',
    'City of',
    'kaupunki',
    'China',
    'Shanghainese City',
    '',
    '市',
  ])('is not meant by "%s"', (text) => {
    expect(found(text)).toBeUndefined();
  });

  it('lies in its own country, where the country is known', () => {
    expect(found('City of Irving', 'US')).toBe('irving');
    expect(found('City of Irving', 'GB')).toBeUndefined();
  });

  it('is that of the city that a case names, or of its organisation', () => {
    expect(sisterCityOf(directory, { ...nobody, city: 'Køge' })?.id).toBe('koge');
    expect(sisterCityOf(directory, { ...nobody, organisation: 'City of Shanghai', country: 'CN' })?.id).toBe(
      'shanghai',
    );
    expect(sisterCityOf(directory, { ...nobody, organisation: 'Shanghai Library', country: 'CN' })).toBeUndefined();
    expect(sisterCityOf(directory, nobody)).toBeUndefined();
  });

  it('is one no more once it is out of use', () => {
    const sisterCities = directory.sisterCities.filter(({ id }) => id !== 'irving');
    expect(findSisterCity({ ...directory, sisterCities }, 'City of Irving')).toBeUndefined();
  });
});
