/** For `catch`: a file or folder that is not there is nothing; whatever else went wrong stays wrong. */
export function orMissing(cause: NodeJS.ErrnoException): undefined {
  if (cause.code !== 'ENOENT') throw cause;
}
