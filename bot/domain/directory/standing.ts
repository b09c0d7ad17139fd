/** What of a city's units nobody edits while the bot runs: its folder says so. */
import type { CityWords } from '../language/city-words';
import type { CityLanguages, LocalizedName } from '../language/language';

/** A part of the city in which units stand. */
export interface Organisation {
  readonly id: string;
  readonly name: LocalizedName;
  /** What stands in front of its themes where they are chosen; without one nothing does. */
  readonly short?: LocalizedName;
  /** Whether it is a sector of the city (M 2.1), whose readiness a partnership of the whole city needs. */
  readonly isSector: boolean;
  /** Whether it receives what concerns the whole city or the state itself; where not, the group administration does. */
  readonly receivesWideVisits: boolean;
}

/** What stands for good of the city and its units: its folder says so, and nobody edits it while the bot runs. */
export interface Standing {
  /** Whose the directory is; a storage that is in use and remembers no city is the one's that owns older storage. */
  readonly city: { readonly id: string; readonly ownsOlderStorage: boolean };
  /** The team that coordinates everything and gets what nobody else can be reached for (M 2.1, 3.3). */
  readonly coordinator: string;
  /** Where in the city a unit can stand, and where a new one does unless somebody says otherwise. */
  readonly organisations: readonly Organisation[];
  readonly usualOrganisation: string;
  /** The units that stand for whichever team or unit the person names: such a one is never shown by its own name. */
  readonly standForNamed: readonly string[];
  /** In which names are written; in any other a name is that of the city's default language. */
  readonly languages: CityLanguages;
  /** How people write that they mean a city. */
  readonly cityWords: CityWords;
}
