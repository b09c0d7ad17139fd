/** Every case in one line, read bit by bit: for whatever compares or rebuilds a listing. */
import { RECORD_LANGUAGE } from '../deliveries/outside';
import { type CaseLine, lineOf } from '../domain/line';
import type { MirroredCase } from '../domain/mirror';
import { type Assistant, allModels } from '../features/assistant';
import { mirroredCase } from '../mirror/mirrored-case';

/** Every case's line, as it stands now. */
export async function* everyLine(assistant: Assistant): AsyncIterable<CaseLine> {
  const models = await allModels(assistant);
  for await (const made of assistant.cases.all()) {
    yield lineOf(models(made.process), made, await assistant.cases.todos(made.number));
  }
}

/** The same as the list outside should show it. */
export async function* everyMirroredCase(assistant: Assistant): AsyncIterable<MirroredCase> {
  const models = await allModels(assistant);
  const words = assistant.words(RECORD_LANGUAGE);
  for await (const line of everyLine(assistant)) yield mirroredCase(words, models(line.process), line);
}
