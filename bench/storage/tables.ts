/** The tables of the bench, seen from outside their process. */
import { builtFile } from '../build';
import { type Child, startChild } from '../child';

export interface StorageCall {
  readonly kind: 'read' | 'query' | 'write' | 'transaction';
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** What the process of the tables can be asked: what was called since the last time, or to be slow from now on. */
export type TablesQuestion = { readonly calls: 'list' | 'forget' } | { readonly delayMs: number };

export interface Tables {
  readonly connectionString: string;
  /** The calls since this was last asked. */
  calls(): Promise<readonly StorageCall[]>;
  /** Makes every call take so much longer. */
  delay(milliseconds: number): Promise<void>;
  /** Empties the list of calls, which would grow otherwise. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

export async function startTables(): Promise<Tables> {
  const child: Child<{ connectionString: string }> = await startChild(builtFile('serve-tables'), {});
  const ask = <Answer>(question: TablesQuestion) => child.ask<Answer>(question);
  return {
    connectionString: child.ready.connectionString,
    calls: () => ask({ calls: 'list' }),
    async delay(delayMs) {
      await ask({ delayMs });
    },
    async forget() {
      await ask({ calls: 'forget' });
    },
    stop: () => child.stop(),
  };
}
