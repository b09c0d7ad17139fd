/** One safeguard taken out: the tests that are named must fail then, or nobody would notice. */
export interface Mutant {
  /** What no longer holds. */
  readonly without: string;
  /** From the project's root. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly search: string;
  readonly replacement: string;
  /** The test file that must fail. */
  readonly test: string;
  /** Only the tests whose name matches, where the whole file would take long. */
  readonly named?: string;
}
