import { foreignWordsFinder } from './foreign-words';

const find = foreignWordsFinder();

describe('words of another language', () => {
  it('are found on a card', () => {
    expect(find('Tarkista ja lähetä. Start page', 'fi')).toEqual(['start', 'page']);
    expect(find('Kontrollera och skicka den 1 december (vapaaehtoinen)', 'sv')).toEqual(['vapaaehtoinen']);
    expect(find('Sent on 15 joulukuuta 2026 from Ruotsi', 'en')).toEqual(['joulukuuta', 'ruotsi']);
  });

  it('are no words that the language has too, and no names', () => {
    expect(find('Organisaation oma nimi, esimerkiksi Sample City Council', 'fi')).toEqual([]);
    expect(find('Espoo Marketing, City as a Service', 'fi')).toEqual([]);
    expect(find('Lena Vieras', 'sv')).toEqual(['vieras']);
    expect(find('Lena Vieras', 'sv', 'Lena Vieras')).toEqual([]);
  });
});
