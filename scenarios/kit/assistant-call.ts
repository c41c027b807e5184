/** The same question as an assistant asks it (Model Context Protocol), where it can; undefined where only a page or a file can. */
export const assistantCall = (method: string, url: string): object | undefined => {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  if (method !== 'GET' || searchParams.has('format')) return undefined
  const [first = '', second, third] = pathname.replace(/^\/api\//, '').split('/')
  const given = Object.fromEntries(searchParams)
  const call = (name: string, input: object) => ({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name, arguments: input },
  })
  if (first === 'reports' && second !== undefined) return call('run_report', { report: second, parameters: given })
  if (first === 'ledgers' && third === 'balances') return call('ledger_balances', { ledger: second, ...given })
  if (first === 'ledgers' && third === 'entries') return call('ledger_entries', { ledger: second, ...given })
  if (first === 'search') return call('search', given)
  if (third === 'trace') return call('trace', { type: first, id: second })
  if (third !== undefined) return undefined
  return second === undefined
    ? call('find_records', { type: first, limit: 200 })
    : call('get_record', { type: first, id: second })
}
