/** (b) The limit with `@azure/data-tables` in the place of raw requests. */
import { sendByFetch, serveBarely } from './bare';
import { settings } from './peer';
import { openTable } from './table-state';
import { WalksTable } from './walks-table';

const given = settings();
const table = openTable(given.connectionString, given.table);
void table.createTable().then(() => serveBarely(given, new WalksTable(table), sendByFetch));
