/**
 * What is made only once tests run, to be named before: everything asked of it is asked of the one that is there then.
 *
 * @throws Error in whoever asks something of it before there is one; `what` is its name there.
 */
export function standingFor<T extends object>(what: string, present: () => T | undefined): T {
  const found = () => {
    const it = present();
    if (it === undefined) throw new Error(`Ask for ${what} in a test or a hook: there is none before.`);
    return it;
  };
  return new Proxy({} as T, { get: (_, name) => Reflect.get(found(), name) });
}
