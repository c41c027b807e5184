import { Client } from 'pg'
import type { Pool } from 'pg'

/** Opens a connection of its own as the owner of the tables, that sends one statement at a time; whoever opens it ends it. */
export const openOwnerClient = async (owner: Pool): Promise<Client> => {
  const { connectionString, host, port, user, database, password, ssl } = owner.options
  const client = new Client({
    ...(connectionString === undefined ? { host, port, user, database, password, ssl } : { connectionString }),
    application_name: 'suanpan backup',
  })
  client.on('error', () => {})
  await client.connect()
  return client
}
