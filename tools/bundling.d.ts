import type { BuildOptions } from 'esbuild';

export const BOT_BUNDLED: BuildOptions;
export function compileAhead(entry: string, node?: string): void;
