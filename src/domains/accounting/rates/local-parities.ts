import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'

/** A day's prices by pair, as the exchange writes them. */
export type ParityDays = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface LocalParities {
  readonly url: string
  /** The next requests are answered so: refused, or by a page that is no answer. */
  misbehave(...moods: readonly ('refused' | 'page')[]): void
  close(): Promise<void>
}

const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/**
 * The exchange's history of middle rates on this machine, for tests: the same words, pages of at most fifty days, days newest
 * first, and `---` for what was not published.
 */
export const openLocalParities = async (days: ParityDays): Promise<LocalParities> => {
  const pairs = [...new Set(Object.values(days).flatMap((day) => Object.keys(day)))]
  const moods: ('refused' | 'page')[] = []
  const server = createServer((request, response) => {
    const mood = moods.shift()
    if (mood === 'page') return void response.end('<html>403</html>')
    const asked = new URL(request.url ?? '/', 'http://local').searchParams
    const from = asked.get('startDate') ?? ''
    const to = asked.get('endDate') ?? ''
    const [page, size] = [Number(asked.get('pageNum')), Number(asked.get('pageSize'))]
    if (mood === 'refused' || size > 50) return answerJson(response, 403, {})
    const found = Object.entries(days)
      .filter(([day]) => day >= from && day <= to)
      .toSorted(([one], [other]) => (one < other ? 1 : -1))
    return answerJson(response, 200, {
      head: { version: '2.0', provider: 'CWAP', rep_code: '200' },
      data: {
        head: pairs,
        searchlist: pairs,
        total: found.length,
        pageTotal: Math.ceil(found.length / size),
        pageNum: page,
      },
      records: found
        .slice((page - 1) * size, page * size)
        .map(([date, prices]) => ({ date, values: pairs.map((pair) => prices[pair] ?? '---') })),
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/ags/ms/cm-u-bk-ccpr/CcprHisNew`,
    misbehave: (...next) => void moods.push(...next),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
