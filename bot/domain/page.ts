/** Part of a listing. There is no "all": who wants more asks for the next page. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
}
