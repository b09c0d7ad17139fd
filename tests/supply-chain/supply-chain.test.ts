import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { importsOfBot } from '../architecture/imports';
import { ROOT } from '../fixtures/root';
import decisions from './decisions.json';
import { licenceOf, lockedPackages, lockedProject, manifest, versionsOf } from './packages';

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const written = readFileSync(join(ROOT, 'docs/supply-chain.md'), 'utf8');

describe('the packages that are asked for', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies };

  it('have exact versions: take ^ and ~ away', () => {
    expect(Object.entries(asked).filter(([, version]) => !EXACT.test(version))).toEqual([]);
    const overrides = JSON.stringify(manifest.overrides).match(/"[\^~*<>][^"]*"/g) ?? [];
    expect(overrides).toEqual([]);
  });

  it('are what the bot imports, and no more: what another package brings today may be gone tomorrow', () => {
    const foreign = importsOfBot(ROOT)
      .map(({ to }) => to)
      .filter((to) => !isBuiltin(to) && !['', '.ts'].some((ending) => existsSync(join(ROOT, 'bot', `${to}${ending}`))));
    const imported = new Set(foreign.map((to) => /^(@[^/]+\/)?[^/]+/.exec(to)?.[0]));
    expect([...imported].sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });

  it('are those of the lockfile: run npm install, and commit it', () => {
    expect(lockedProject.name).toBe(manifest.name);
    expect(lockedProject.version).toBe(manifest.version);
    expect(lockedProject.dependencies).toEqual(manifest.dependencies);
    expect(lockedProject.devDependencies).toEqual(manifest.devDependencies);
    for (const [name, version] of Object.entries(asked)) {
      const [top] = lockedPackages.filter(({ path }) => path === `node_modules/${name}`);
      expect([name, top?.version]).toEqual([name, version]);
    }
  });
});

describe('the lockfile', () => {
  it('has a checksum for every package', () => {
    expect(lockedPackages.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('names no host, so that it installs from whatever registry is configured', () => {
    expect(lockedPackages.filter(({ resolved }) => resolved !== undefined).map(({ path }) => path)).toEqual([]);
  });
});

describe('what would run when it is installed', () => {
  const withScripts = [...new Set(lockedPackages.filter((one) => one.hasInstallScript).map(({ name }) => name))].sort();

  it('is known: decide on a new one in tests/supply-chain/decisions.json', () => {
    expect(withScripts).toEqual(Object.keys(decisions.installScripts).sort());
  });

  it('is switched off in package.json', () => {
    expect(Object.entries(manifest.allowScripts).filter(([, allowed]) => allowed)).toEqual([]);
    expect(withScripts.filter((name) => manifest.allowScripts[name] !== false)).toEqual([]);
  });
});

describe('the licences of what runs in production', () => {
  const packages = lockedPackages.filter(({ dev }) => !dev);

  it('are known, each with a decision', () => {
    const single: Readonly<Record<string, unknown>> = decisions.licencesOfPackages;
    const unknown = packages.filter((one) => {
      const licence = licenceOf(one);
      return (
        licence !== undefined &&
        !Object.hasOwn(decisions.licences, licence) &&
        !Object.hasOwn(single, `${one.name}@${one.version}`)
      );
    });
    expect(unknown.map((one) => `${one.name}@${one.version}: ${licenceOf(one)}`)).toEqual([]);
  });

  it('are of packages that are there still: take out a decision that nothing needs', () => {
    const here = new Set(packages.map(({ name, version }) => `${name}@${version}`));
    expect(Object.keys(decisions.licencesOfPackages).filter((name) => !here.has(name))).toEqual([]);
  });

  it('are named where one of them wants that', () => {
    expect(readFileSync(join(ROOT, 'NOTICE'), 'utf8')).toMatch(/date-holidays[\s\S]*CC BY 3\.0/);
  });
});

describe("the project's own licence", () => {
  it('is the EUPL-1.2, word for word as it is published, and said alike everywhere', () => {
    const words = readFileSync(join(ROOT, 'LICENSE'), 'utf8').split(/\s+/).filter(Boolean).join(' ');
    expect(createHash('sha256').update(words).digest('hex')).toBe(decisions.ownLicence.sha256OfWords);
    expect(manifest.license).toBe(decisions.ownLicence.licence);
    expect(lockedProject.license).toBe(decisions.ownLicence.licence);
    for (const paper of ['NOTICE', 'README.md', 'CONTRIBUTING.md', 'docs/supply-chain.md']) {
      expect([paper, readFileSync(join(ROOT, paper), 'utf8').includes(decisions.ownLicence.licence)]).toEqual([
        paper,
        true,
      ]);
    }
  });
});

describe('known findings', () => {
  it.each(decisions.findings)('$package: looked at again when its versions change', ({ package: name, versions }) => {
    expect(versionsOf(name)).toEqual(versions);
  });

  it.each(decisions.findings)('$advisory is decided in docs/supply-chain.md', ({ advisory, decision }) => {
    for (const id of advisory.split(', ')) expect(written).toContain(id);
    expect(decision.length).toBeGreaterThan(20);
  });
});

describe('packages past their support', () => {
  const plan = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

  it.each(Object.entries(decisions.pastSupport))(
    '%s stands in docs/architecture.md with its plan',
    (name, versions) => {
      expect(versionsOf(name).join(', ')).toBe(versions);
      expect(plan).toContain(`\`${name}\``);
    },
  );
});
