/**
 * npm run infra: compiles every Bicep and parameter file with Azure's own compiler, which `tools/bicep` brings by .NET.
 * Whatever the compiler says is printed and fails; what comes out for Azure is left in `dist/infra`. No network beyond
 * that of the restore, and no tenant: `what-if` (docs/infrastructure.md) asks Azure itself.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../fixtures/root';
import { BICEP_FILES, PARAMETER_FILES } from './bicep';
import { findingsIn } from './findings';

const PROJECT = join('tools', 'bicep', 'bicep.csproj');
const OUT = join('dist', 'infra');
/** What parameter files read from whoever deploys and have no other value for. */
const DEPLOYER = { ALERT_ADDRESS: 'operators@espoo.example' };

function run(command: string, ...given: readonly string[]): SpawnSyncReturns<string> {
  const env = { ...process.env, ...DEPLOYER, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' };
  return spawnSync(command, given, { cwd: ROOT, encoding: 'utf8', env });
}

/** What dotnet prints. @throws Error with the remedy if it is not there or fails. */
function dotnet(...given: readonly string[]): string {
  const { error, status, stdout, stderr } = run('dotnet', ...given);
  if (error) throw new Error('There is no .NET SDK here, by which the compiler comes: install one (8 or later).');
  if (status !== 0) throw new Error(`dotnet ${given.join(' ')} failed: ${stdout}${stderr}`);
  return stdout.trim();
}

/** Restores the compiler that the lock file has the checksum of. @returns the path of its binary. */
function compiler(): string {
  dotnet('restore', PROJECT, '--locked-mode', '--verbosity', 'quiet');
  return dotnet('msbuild', PROJECT, '-getProperty:BicepPath');
}

const bicep = compiler();
const builds = [
  run(bicep, 'build', '--pattern', 'infra/**/*.bicep', '--outdir', OUT, '--no-restore'),
  run(bicep, 'build-params', '--pattern', 'infra/**/*.bicepparam', '--outdir', OUT, '--no-restore'),
];
for (const { error } of builds) if (error) throw error;
const findings = findingsIn(builds.map(({ stdout, stderr }) => `${stdout}\n${stderr}`).join('\n'), ROOT);
for (const finding of findings) console.log(finding);
console.log(
  `${run(bicep, '--version').stdout.trim()}: ${BICEP_FILES.length} files and ${PARAMETER_FILES.length} of parameters, ` +
    `${findings.length} findings. What comes out is in ${OUT}.`,
);
process.exitCode = findings.length === 0 && builds.every(({ status }) => status === 0) ? 0 : 1;
