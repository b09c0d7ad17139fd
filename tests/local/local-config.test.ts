import { readLocalConfig } from '../../bot/local/local-config';

describe('the launcher’s configuration', () => {
  it('needs no variable', () => {
    expect(readLocalConfig({}, '/project')).toEqual({
      root: '/project',
      portNumbers: { bot: 3978, playground: 3979, azurite: 10002 },
      tablesFolder: '/project/.local/azurite',
      logsFolder: '/project/.local/logs',
      playgroundConfigFile: '/project/.m365agentsplayground.yml',
      env: {},
    });
  });

  it('takes other ports', () => {
    const env = { PORT: '4000', PLAYGROUND_PORT: ' 4001 ', AZURITE_TABLE_PORT: '' };
    expect(readLocalConfig(env, '/project').portNumbers).toEqual({ bot: 4000, playground: 4001, azurite: 10002 });
  });

  it.each(['0', '65536', 'many', '3978.5', '-1', '0x10'])('refuses the port %s', (port) => {
    expect(() => readLocalConfig({ PLAYGROUND_PORT: port }, '/project')).toThrow(
      `PLAYGROUND_PORT is "${port}", which is not a port: set it to a number from 1 to 65535, or unset it to use 3979.`,
    );
  });

  it('refuses one port for two services', () => {
    expect(() => readLocalConfig({ AZURITE_TABLE_PORT: '3978' }, '/project')).toThrow(
      'PORT and AZURITE_TABLE_PORT are both 3978, but each service needs its own port: set one of them to another number.',
    );
  });
});
