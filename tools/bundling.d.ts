import type { BuildOptions } from 'esbuild';

export const BUNDLED: BuildOptions;
export const BOT_BUNDLED: BuildOptions;
export function keepCompiled(entry: string, settings: Readonly<Record<string, string>>): Promise<void>;
