import { expect } from 'vitest'
import type { TestClient } from '../../src/kernel/http/testing/client.ts'
import { assistantCall } from './assistant-call.ts'
import { textOf, type Asked } from './every-answer.ts'

interface Leaks {
  readonly answered: number
  /** Where the secret stands, for people to read. */
  readonly told: readonly string[]
  /** The questions that told it. What tells an administrator nothing, who is told everything, tells it to nobody. */
  readonly telling: readonly Asked[]
}

/** Asks questions as someone, of the routes and as an assistant would, and finds the answers in which a secret stands. */
export const leaks = async (client: TestClient, questions: readonly Asked[], secret: RegExp): Promise<Leaks> => {
  const told: string[] = []
  const telling: Asked[] = []
  const paths = new Set<string>()
  let answered = 0
  for (const question of questions) {
    const { method, url } = question
    const before = told.length
    const reply = await client.ask(method, url, method === 'POST' ? {} : undefined)
    if (reply.status < 300) answered += 1
    expect(reply.status, `${method} ${url}: ${reply.text.slice(0, 200)}`).toBeLessThan(500)
    const found = secret.exec(await textOf(reply))
    if (found !== null) told.push(`${method} ${url} (${found[0]})`)
    // The assistant reads what the routes read: it is asked once about each of them, and wherever there is something to tell.
    const path = url.split('?')[0] ?? url
    const call = found !== null || !paths.has(path) ? assistantCall(method, url) : undefined
    paths.add(path)
    const said = call && secret.exec((await client.ask('POST', '/api/mcp', call)).text)
    if (said) told.push(`assistant ${url} (${said[0]})`)
    if (told.length > before) telling.push(question)
  }
  return { answered, told, telling }
}
