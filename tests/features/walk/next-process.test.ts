import { LANGUAGES } from '../../../bot/domain/language/language';
import { OCCASIONS } from '../../../bot/domain/process/process';
import { isObject, objectsIn } from '../../fixtures/json';
import { actionsOn, type TeamsPerson } from '../../fixtures/teams-person';
import { goldenCases, modelOf, PROCESS_IDS, walkProcess } from '../../playing/process-walk';
import { LOCALES, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const assistant = withAssistant();
afterEach(() => expect(assistant.violations()).toEqual([]));

/** The processes that can be begun on the card seen. */
function offered(person: TeamsPerson): readonly unknown[] {
  return actionsOn(person.card()).flatMap(({ action }) =>
    action.verb === 'start' && isObject(action.data) ? [action.data.process] : [],
  );
}

/** The answers of a partnership's golden case with this kind of partner and outcome. */
function partnershipOf(kind: string, outcome: string) {
  const found = goldenCases('partnership-evaluation').find(
    (golden) => golden.answers['partner-kind'] === kind && golden.outcome === outcome && golden.change === undefined,
  );
  if (!found) throw new Error(`no golden case of a ${kind} that comes to ${outcome}`);
  return found.answers;
}

describe.each(LANGUAGES)('what comes next, in %s', (language) => {
  const words = wordsIn(language);
  const personOf = (name: string) => assistant.person(`${name} ${language}`, { locale: LOCALES[language] });
  const partnership = (person: TeamsPerson, kind: string, outcome: string) =>
    walkProcess(person, { process: 'partnership-evaluation', language, answers: partnershipOf(kind, outcome) });

  it('after a good partnership with a city is to propose the city, in one press', async () => {
    const person = personOf('City');
    await partnership(person, 'city', 'go-on');
    expect(offered(person)).toEqual(['city-partner-proposal']);
    const next = words.own('actions.next', { process: words.process('city-partner-proposal', 'name') });
    await person.press(next);
    expect(person.texts()).toContain(words.process('city-partner-proposal', 'sections.which-city'));
  });

  it('after one that is not recommended, or with a company, is nothing of the kind', async () => {
    const city = personOf('Not recommended');
    await partnership(city, 'city', 'not-recommended');
    expect(offered(city)).toEqual([]);
    const company = personOf('Organisation');
    await partnership(company, 'organisation', 'go-on');
    expect(offered(company)).toEqual([]);
  });

  it('the start page groups every process by what one has in hand', async () => {
    const person = personOf('Newcomer');
    await person.installs();
    expect([...offered(person)].sort()).toEqual([...PROCESS_IDS].sort());
    const groups = objectsIn(person.card().body).flatMap(({ items }) => {
      const [title, set] = objectsIn(items);
      return title && set ? [{ title: title.text, buttons: objectsIn(set.actions).map((action) => action.title) }] : [];
    });
    expect(groups).toEqual(
      OCCASIONS.map((occasion) => ({
        title: words.own(`home.occasions.${occasion}`),
        buttons: PROCESS_IDS.filter((id) => modelOf(id).process.occasion === occasion).map((id) =>
          words.process(id, 'begin'),
        ),
      })),
    );
  });

  it.each(PROCESS_IDS)('the start page begins %s', async (process) => {
    const person = personOf(`Begins ${process}`);
    await person.says(words.language === 'fi' ? 'apua' : words.language === 'sv' ? 'hjälp' : 'help');
    await person.press(words.process(process, 'begin'));
    expect(person.texts().join('\n')).toContain(words.process(process, 'name'));
  });
});
