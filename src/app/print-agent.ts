import { open } from 'node:fs/promises'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'

/** Where a printer is: a socket that takes its commands (port 9100), or a device of this machine. */
export type PrinterPlace =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'device'; readonly path: string }

export interface AgentOptions {
  readonly server: string
  readonly key: string
  readonly printers: ReadonlyMap<string, PrinterPlace>
  readonly log: (line: string) => void
  readonly signal?: AbortSignal
}

interface Job {
  readonly id: string
  readonly printer: string
  readonly title: string
  readonly content: string
}

const usualPort = 9100
const longestWrite = 30_000

/** `tcp:192.168.1.50:9100` or `device:/dev/usb/lp0`. Throws for anything else. */
export const readPlace = (text: string): PrinterPlace => {
  const [, host, port] = /^tcp:([^:]+)(?::(\d+))?$/.exec(text) ?? []
  if (host !== undefined) return { kind: 'tcp', host, port: port === undefined ? usualPort : Number(port) }
  const path = /^device:(.+)$/.exec(text)?.[1]
  if (path !== undefined) return { kind: 'device', path }
  throw new Error(`${text} is no place of a printer: write tcp:host:9100 or device:/dev/usb/lp0`)
}

/** What an agent is told when it is started; the key may stand in SUANPAN_KEY, where nobody reads it over a shoulder. */
export const agentOptions = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Omit<AgentOptions, 'log'> => {
  const { values } = parseArgs({
    args: [...args],
    options: { server: { type: 'string' }, key: { type: 'string' }, printer: { type: 'string', multiple: true } },
  })
  const key = values.key ?? environment['SUANPAN_KEY']
  if (values.server === undefined || key === undefined || values.printer === undefined)
    throw new Error('say --server, --key (or SUANPAN_KEY) and one --printer at least')
  const printers = values.printer.map((text) => {
    const at = text.indexOf('=')
    if (at < 1) throw new Error(`${text}: write --printer code=tcp:host:9100`)
    return [text.slice(0, at), readPlace(text.slice(at + 1))] as const
  })
  return { server: values.server, key, printers: new Map(printers) }
}

const overSocket = (place: { readonly host: string; readonly port: number }, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(place.port, place.host)
    socket.setTimeout(longestWrite, () => socket.destroy(new Error('the printer does not answer')))
    socket.on('error', reject)
    socket.on('close', (hadError) => {
      if (!hadError) resolve()
    })
    // The end goes out behind the last byte; the printer closes, or we do.
    socket.end(bytes, () => socket.destroySoon())
    socket.resume()
  })

const toDevice = async (path: string, bytes: Buffer): Promise<void> => {
  const device = await open(path, 'a')
  try {
    await device.writeFile(bytes)
  } finally {
    await device.close()
  }
}

const write = (place: PrinterPlace, bytes: Buffer): Promise<void> =>
  place.kind === 'tcp' ? overSocket(place, bytes) : toDevice(place.path, bytes)

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Takes jobs for the printers of this machine from the server and writes them to where each is, one after the other, until it is
 * told to stop. A server that is away is asked again; a printer that fails is told to the server, which gives the job once more.
 */
export const runPrintAgent = async ({ server, key, printers, log, signal }: AgentOptions): Promise<void> => {
  const ask = async (path: string, body: object): Promise<Response> => {
    const response = await fetch(new URL(`/api/printing/${path}`, server), {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    })
    if (!response.ok) throw new Error(`the server answers ${response.status}: ${(await response.text()).slice(0, 300)}`)
    return response
  }
  const print = async (job: Job): Promise<void> => {
    const place = printers.get(job.printer)
    try {
      if (place === undefined) throw new Error(`there is no printer ${job.printer} here`)
      await write(place, Buffer.from(job.content, 'base64'))
      log(`${job.printer}: ${job.title}`)
      await ask(`jobs/${job.id}/done`, {})
    } catch (error) {
      log(`${job.printer}: ${job.title} failed: ${wordsOf(error)}`)
      await ask(`jobs/${job.id}/done`, { error: wordsOf(error) })
      await pause(1000, undefined, { signal })
    }
  }
  const isOver = () => signal?.aborted === true
  while (!isOver()) {
    try {
      const answer = (await (await ask('jobs/take', { printers: [...printers.keys()], wait: 20 })).json()) as {
        readonly job: Job | null
      }
      if (answer.job !== null) await print(answer.job)
    } catch (error) {
      if (isOver()) return
      log(`waiting: ${wordsOf(error)}`)
      await pause(3000, undefined, { signal }).catch(() => {})
    }
  }
}
