/**
 * The part of the app manifest 1.30 that this app uses, with the limits of Microsoft's schema. What is not named here is
 * not declared: an app asks for nothing that it does not need.
 */
import { z } from 'zod/v4';

const guid = z.guid();
const https = z.url({ protocol: /^https$/ }).max(2048);
/** Beside the manifest, without folders: Teams looks there. */
const file = z.string().regex(/^[a-z0-9-]+\.(json|png)$/);
const languageTag = z.string().regex(/^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}$/);
const text = (longest: number) => z.string().min(1).max(longest);
const scope = z.enum(['personal', 'team', 'groupChat']);

const named = { title: text(128), description: text(4000) };
const command = z.union([
  z.strictObject({ ...named, type: z.literal('prompt'), prompt: text(4000) }),
  z.strictObject(named),
]);

export const manifestSchema = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.30'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id: guid,
  localizationInfo: z.strictObject({
    defaultLanguageTag: languageTag,
    defaultLanguageFile: file,
    additionalLanguages: z.array(z.strictObject({ languageTag, file })),
  }),
  developer: z.strictObject({ name: text(32), websiteUrl: https, privacyUrl: https, termsOfUseUrl: https }),
  name: z.strictObject({ short: text(30), full: text(100) }),
  description: z.strictObject({ short: text(80), full: text(4000) }),
  icons: z.strictObject({ color: file, outline: file }),
  accentColor: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  defaultInstallScope: scope,
  bots: z.tuple([
    z.strictObject({
      botId: guid,
      scopes: z.array(scope).min(1),
      supportsFiles: z.literal(false),
      // Three lists, one for each place in which the bot is spoken to; the schema allows twelve commands in each.
      commandLists: z
        .array(z.strictObject({ scopes: z.array(scope).length(1), commands: z.array(command).min(1).max(12) }))
        .max(3),
    }),
  ]),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  validDomains: z.array(text(2048)).max(100),
  webApplicationInfo: z.strictObject({ id: guid, resource: text(2048) }),
});

/** An app manifest with its placeholders filled. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Every text that people see, by the path under which a language file translates it. */
export function wordsOf(manifest: Pick<Manifest, 'name' | 'description' | 'bots'>): ReadonlyMap<string, string> {
  const { name, description, bots } = manifest;
  const words = new Map([
    ['name.short', name.short],
    ['name.full', name.full],
    ['description.short', description.short],
    ['description.full', description.full],
  ]);
  bots[0].commandLists.forEach(({ commands }, list) => {
    commands.forEach((each, at) => {
      const path = `bots[0].commandLists[${list}].commands[${at}]`;
      words.set(`${path}.title`, each.title).set(`${path}.description`, each.description);
      if ('prompt' in each) words.set(`${path}.prompt`, each.prompt);
    });
  });
  return words;
}

/** The longest text that Teams takes at a path of a language file. */
export function longestAt(path: string): number {
  if (path === 'name.short') return 30;
  if (path === 'name.full') return 100;
  if (path === 'description.short') return 80;
  return path.endsWith('.title') ? 128 : 4000;
}
