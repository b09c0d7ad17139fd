/** What Entra ID names people and tenants by. */

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** An id that somebody typed as it is kept, in small letters; undefined where it is none. */
export function entraId(typed: string): string | undefined {
  const id = typed.trim().toLowerCase();
  return GUID.test(id) ? id : undefined;
}
