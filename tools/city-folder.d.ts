/** The folder of the city that `CITY_FOLDER` names in an environment, or the only one in `bot/city`. */
export function cityFolder(env: Readonly<Record<string, string | undefined>>): string;
