import type { QueryClient } from '@tanstack/react-query'
import type { Session } from './session.ts'

/** Goes on as someone else or in another company: nothing that was read before is shown to them. */
export function beginSession(client: QueryClient, session: Session): void {
  const kept = new Set<unknown>(['session', 'catalogue'])
  client.removeQueries({ predicate: (query) => !kept.has(query.queryKey[0]) })
  client.setQueryData(['session'], session)
  void client.resetQueries({ queryKey: ['catalogue'] })
}
