import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../kernel/http/testing/client.ts'
import { openTestServer } from '../kernel/http/testing/test-server.ts'
import { agentOptions, readPlace, runPrintAgent } from './print-agent.ts'

let anna: TestClient
let address = ''
let key = ''
const jobs: Buffer[] = []

/** What a network printer is to its computer: a socket that takes bytes. */
const paperless = createServer((socket) => {
  const parts: Buffer[] = []
  socket.on('data', (part) => parts.push(part))
  socket.on('end', () => {
    jobs.push(Buffer.concat(parts))
    socket.end()
  })
})

beforeAll(async () => {
  const server = await openTestServer()
  anna = await server.signIn('anna')
  await new Promise<void>((resolve) => paperless.listen(0, '127.0.0.1', resolve))
  address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const made = await anna.ask('POST', '/api/keys', { name: '前台打印', scopes: ['printJob.take'] })
  key = String(made.body['key'])
  await anna.ask('POST', '/api/client', { code: 'C1', name: '杭州百联' })
  await anna.ask('POST', '/api/product', { code: 'P1', name: '汤锅' })
  for (const printer of [
    { code: 'FRONT', name: '前台', language: 'escpos', drawer: true },
    { code: 'AWAY', name: '别处', language: 'escp' },
  ])
    await anna.ask('POST', '/api/printer', printer)
  const element = { when: '', pages: 'every', size: 10, align: 'left', bold: false, width: 60, height: 5, x: 4, y: 4 }
  await anna.ask('POST', '/api/print-template', {
    code: 'receipt',
    name: '小票',
    recordType: 'clientOrder',
    kind: 'receipt',
    isDefault: true,
    layout: { paper: { width: 80, height: 0 }, elements: [{ ...element, id: 'a', kind: 'text', text: '{client}' }] },
  })
})

afterAll(() => void paperless.close())

const order = async (): Promise<string> => {
  const made = await anna.ask('POST', '/api/client-order', {
    client: 'C1',
    lines: [{ product: 'P1', quantity: '1', amount: '9' }],
  })
  return String(made.body['id'])
}

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 100 && !(await isSo()); turn += 1) await new Promise((resolve) => setTimeout(resolve, 100))
}

const states = async () =>
  (await anna.ask<{ rows: { state: string; printer: string }[] }>('GET', '/api/printing/jobs')).body.rows.map(
    (job) => `${job.printer} ${job.state}`,
  )

test('what the server leaves for a printer comes out of its socket, byte for byte what is downloaded, once', async () => {
  const id = await order()
  const left = await anna.ask('POST', '/api/client-order/print', { ids: [id], printer: 'FRONT', copies: 2 })
  expect(left.status, left.text).toBe(201)
  const away = await anna.ask('POST', '/api/client-order/print', { ids: [id], printer: 'AWAY' })
  expect(away.status).toBe(201)
  const stop = new AbortController()
  const { port } = paperless.address() as AddressInfo
  const agent = runPrintAgent({
    server: address,
    key,
    printers: new Map([['FRONT', readPlace(`tcp:127.0.0.1:${port}`)]]),
    log: () => {},
    signal: stop.signal,
  })
  await until(async () => (await states()).includes('FRONT done'))
  stop.abort()
  await agent
  expect(await states()).toEqual(['AWAY waiting', 'FRONT done'])
  expect(jobs).toHaveLength(1)
  const file = await anna.ask('GET', `/api/client-order/print?ids=${id}&form=escpos&copies=2`)
  expect(file.headers['content-disposition']).toMatch(/^attachment/)
  // The printer of the counter opens its drawer; a file that is carried there does not.
  const drawer = Buffer.from([0x1b, 0x70, 0, 25, 250])
  expect(jobs[0]?.subarray(8, 13)).toEqual(drawer)
  expect(Buffer.concat([jobs[0]?.subarray(0, 8) ?? Buffer.alloc(0), jobs[0]?.subarray(13) ?? Buffer.alloc(0)])).toEqual(
    file.raw,
  )
  const prints = (await anna.ask('GET', `/api/client-order/${id}/prints`)).body['rows']
  expect(prints).toMatchObject([{ form: 'escpos' }, { form: 'escp' }, { form: 'escpos', template: '小票' }])
})

test('a printer that cannot be reached is tried three times and then reported', async () => {
  await anna.ask('POST', '/api/client-order/print', { ids: [await order()], printer: 'FRONT' })
  const stop = new AbortController()
  const agent = runPrintAgent({
    server: address,
    key,
    // Nobody listens on the discard port of this machine.
    printers: new Map([['FRONT', readPlace('tcp:127.0.0.1:9')]]),
    log: () => {},
    signal: stop.signal,
  })
  await until(async () => (await states())[0] === 'FRONT failed')
  stop.abort()
  await agent
  expect((await states())[0]).toBe('FRONT failed')
})

test('the agent is told its printers, and what it cannot read it says', () => {
  const args = ['--server', 'http://erp:3000', '--printer', 'A=tcp:10.0.0.5', '--printer', 'B=device:/dev/usb/lp0']
  const { printers, key: found } = agentOptions(args, { SUANPAN_KEY: 'secret' })
  expect(found).toBe('secret')
  expect([...printers]).toEqual([
    ['A', { kind: 'tcp', host: '10.0.0.5', port: 9100 }],
    ['B', { kind: 'device', path: '/dev/usb/lp0' }],
  ])
  expect(() => agentOptions(args, {})).toThrow('--key')
  expect(() => readPlace('usb')).toThrow('tcp:host:9100')
})

test('a key that may only print can do nothing else, and a person without the right takes no jobs', async () => {
  const asked = await fetch(`${address}/api/client-order`, { headers: { authorization: `Bearer ${key}` } })
  expect(asked.status).toBe(403)
  const unknown = await anna.ask('POST', '/api/client-order/print', { ids: [await order()], printer: 'NONE' })
  expect(unknown.status).toBe(404)
})
