/** (e) teams-ai's `Application` as its samples start it: state in memory, and without an app id nobody's token is checked. */
import { TeamsAdapter } from '@microsoft/teams-ai';
import { MemoryStorage } from 'botbuilder';
import { settings } from './peer';
import { serveApplication } from './teams-ai-application';

serveApplication(settings(), new TeamsAdapter({}), new MemoryStorage());
