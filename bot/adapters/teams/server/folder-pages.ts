import type { FastifyInstance, FastifyReply } from 'fastify';
import { FOLDERS_PATH, type FolderPages, type Page } from '../../../ports';

/** Shows the folders of cases and hands out their files; a GET changes nothing, and no file is run as a page of ours. */
export function servePages(server: FastifyInstance, pages: FolderPages): void {
  server.get<{ Params: { number: string } }>(`${FOLDERS_PATH}/:number`, async ({ params }, reply) =>
    show(reply, await pages.folder(params.number)),
  );
  server.get<{ Params: { number: string; name: string } }>(`${FOLDERS_PATH}/:number/:name`, async ({ params }, reply) =>
    show(reply, await pages.file(params.number, params.name)),
  );
}

function show(reply: FastifyReply, page: Page | undefined): FastifyReply {
  if (!page) return reply.code(404).send();
  if (page.type === 'application/octet-stream') reply.header('content-disposition', 'attachment');
  return reply.header('x-content-type-options', 'nosniff').type(page.type).send(page.body);
}
