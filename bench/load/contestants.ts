/** Who is compared: the assistant, and the references of `peers/`. */
import { builtFile, type REFERENCES } from '../build';
import { type Child, startChild } from '../child';
import type { PeerQuestion, PeerSettings, Usage } from '../peers/peer';
import { OWN_NODE } from '../production-node';
import type { Work } from '../work/work';
import { openPost, type Post } from './post';
import { APP_ID, TENANT, type Teams } from './teams';

export type Name = 'assistant' | (typeof REFERENCES)[number];

export interface Contestant {
  readonly name: Name;
  /** Short, for tables and pictures. */
  readonly title: string;
  readonly issuer: 'bot-framework' | 'entra';
  /** Whether another process of the kind can go on with its walks. */
  readonly keepsWalks: boolean;
}

const contestant = (name: Name, title: string, issuer: Contestant['issuer'] = 'bot-framework') => ({
  name,
  title,
  issuer,
  keepsWalks: name !== 'teams-ai-sample',
});

export const ASSISTANT = contestant('assistant', 'the assistant');

export const CONTESTANTS: readonly Contestant[] = [
  ASSISTANT,
  contestant('limit', '(a) node:http alone'),
  contestant('data-tables', '(b) @azure/data-tables'),
  contestant('conversation-state', '(c) botbuilder, conversation state'),
  contestant('dialogs', '(d) botbuilder-dialogs'),
  contestant('teams-ai', '(e) teams-ai'),
  contestant('teams-ai-sample', '(e) teams-ai, as its samples'),
  contestant('agents-hosting', '(f) agents-hosting', 'entra'),
  contestant('teams-apps', '(g) teams.apps'),
];

/** A server that is running, and a way to it. */
export interface Running {
  readonly contestant: Contestant;
  readonly post: Post;
  usage(): Promise<Usage>;
  ask<Answer>(question: PeerQuestion): Promise<Answer>;
  stop(): Promise<void>;
}

/** What all of them run between. */
export interface World {
  readonly teams: Teams;
  readonly work: Work;
  readonly connectionString: string;
}

/** What a server is told when it starts. */
export function settingsOf({ name }: Contestant, { teams, work, connectionString }: World): PeerSettings {
  return {
    connectionString,
    table: name.replaceAll('-', ''),
    metadataUrl: teams.metadataUrl,
    appId: APP_ID,
    tenantId: TENANT,
    work,
  };
}

/** Starts a server; a second one of a kind works on the same rows. */
export async function startContestant(contestant: Contestant, world: World, node = OWN_NODE): Promise<Running> {
  const { name, issuer } = contestant;
  const child: Child<{ url: string }> = await startChild(builtFile(name), settingsOf(contestant, world), {
    node: node.path,
  });
  const way = openPost(child.ready.url, world.teams.token(issuer));
  const ask = <Answer>(question: PeerQuestion) => child.ask<Answer>(question);
  return {
    contestant,
    post: way.post,
    usage: () => ask('usage'),
    ask,
    async stop() {
      way.close();
      await child.stop();
    },
  };
}
