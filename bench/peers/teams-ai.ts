/** (e) teams-ai's `Application` doing the same work: tokens are checked, and the state is in Table Storage. */
import { TeamsAdapter } from '@microsoft/teams-ai';
import { addressesOf, credentialsOf } from './bot-framework';
import { settings } from './peer';
import { TableState } from './table-state';
import { serveApplication } from './teams-ai-application';

const given = settings();
const storage = new TableState(given.connectionString, given.table);
const adapter = new TeamsAdapter(addressesOf(given), credentialsOf(given), { requiredEndorsements: [] });
void storage.prepare().then(() => serveApplication(given, adapter, storage));
