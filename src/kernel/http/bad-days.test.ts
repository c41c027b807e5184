import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { verifyAuditChain } from '../audit/audit-chain.ts'
import { inTransaction } from '../database/transaction.ts'
import { openTestServer } from './testing/test-server.ts'
import type { TestClient } from './testing/client.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
let port = 0
let made = 0

const newItem = () => {
  made += 1
  return { code: `X${made}`, name: `商品${made}` }
}

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const address = server.app.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})

const written = async (): Promise<number> => {
  const [row] = (
    await server.database.owner.query<{ n: number }>(
      `select count(*)::int as n from audit_chain union all select count(*)::int from follow_up`,
    )
  ).rows
  return row?.n ?? 0
}

const opened = (): Promise<Socket> =>
  new Promise((ready, failed) => {
    const socket = connect(port, '127.0.0.1', () => ready(socket))
    socket.once('error', failed)
    onTestFinished(() => void socket.destroy())
  })

const healthIn = async (): Promise<number> => {
  const started = Date.now()
  const reply = await fetch(`http://127.0.0.1:${port}/api/health`)
  expect(reply.status).toBe(200)
  return Date.now() - started
}

const whole = async (): Promise<void> => {
  await server.context.followUps.settle(server.one)
  const broken = await inTransaction(server.database.pool, { company: server.one, readOnly: true }, (tx) =>
    verifyAuditChain(tx, server.one),
  )
  expect(broken).toBeUndefined()
}

describe('on a bad day', () => {
  test('a body of 100 MB is refused at once, by its size or where it grows too large, and the next request is answered', async () => {
    const reply = await fetch(`http://127.0.0.1:${port}/api/product`, {
      method: 'POST',
      headers: { cookie: anna.cookie, 'content-type': 'application/json' },
      body: new Uint8Array(100 * 1024 * 1024).fill(0x20),
    }).catch((error: unknown) => error)
    // Refused, or cut off while the client still sends.
    expect(reply instanceof Response ? reply.status : 413).toBe(413)
    // Without a length: what comes is counted.
    const socket = await opened()
    const told: string[] = []
    socket.on('data', (part: Buffer) => void told.push(part.toString()))
    socket.on('error', () => {})
    socket.write(
      `POST /api/product HTTP/1.1\r\nhost: x\r\ncookie: ${anna.cookie}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    )
    const chunk = Buffer.alloc(1024 * 1024, 0x20)
    let sent = 0
    for (; sent < 100 && told.length === 0 && !socket.destroyed; sent += 1) {
      socket.write(`${chunk.length.toString(16)}\r\n`)
      socket.write(chunk)
      socket.write('\r\n')
      await sleep(5)
    }
    // Told or cut off: a client that goes on sending may never come to read why.
    await expect.poll(() => told.join('').includes('413') || socket.destroyed, { timeout: 10_000 }).toBe(true)
    expect(sent).toBeLessThan(100)
    expect(await healthIn()).toBeLessThan(2000)
    expect((await anna.ask('POST', '/api/product', newItem())).status).toBe(201)
  })

  test('half a request does nothing at all', async () => {
    const before = await written()
    const body = JSON.stringify(newItem())
    for (const part of [1, Math.floor(body.length / 2), body.length - 1]) {
      const socket = await opened()
      const head = `POST /api/product HTTP/1.1\r\nhost: x\r\ncookie: ${anna.cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
      socket.write(head + body.slice(0, part))
      await sleep(50)
      socket.destroy()
    }
    await sleep(100)
    expect(await written()).toBe(before)
    expect((await anna.ask('GET', `/api/product?q=X${made}`)).text).not.toContain(`商品${made}`)
  })

  test('two hundred slow clients keep nobody else waiting', async () => {
    const slow = await Promise.all(Array.from({ length: 200 }, opened))
    for (const socket of slow) {
      socket.on('error', () => {})
      socket.write(
        'POST /api/product HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n',
      )
    }
    for (let round = 0; round < 5; round += 1) {
      for (const socket of slow) socket.write(`x-${round}: slow\r\n`)
      expect(await healthIn()).toBeLessThan(2000)
      expect((await anna.ask('POST', '/api/product', newItem())).status).toBe(201)
    }
    expect(server.app.server.requestTimeout).toBe(120_000)
  })

  test('a database that is away is said to be away, nothing is half done, and it recovers by itself', async () => {
    const { connection } = server.database
    const superuser = new Client({ ...connection, database: 'postgres' })
    await superuser.connect()
    const allow = (yes: boolean) => superuser.query(`alter database ${connection.database} allow_connections ${yes}`)
    onTestFinished(async () => {
      await allow(true)
      await superuser.end()
    })
    await allow(false)
    await superuser.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      connection.database,
    ])
    const away = await anna.ask('POST', '/api/product', newItem())
    expect(away.status, away.text).toBe(503)
    expect(away.text).toContain('数据库暂时无法应答')
    expect(away.headers['retry-after']).toBe('5')
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(503)
    await allow(true)
    await expect.poll(async () => (await anna.ask('GET', '/api/product?limit=1')).status, { timeout: 10_000 }).toBe(200)
    expect((await anna.ask('GET', `/api/product?q=X${made}`)).text).not.toContain(`商品${made}`)
    expect((await anna.ask('POST', '/api/product', newItem())).status).toBe(201)
    await whole()
  })

  test('a full disk is said to be full, and what was begun is not there', async () => {
    await server.database.owner.query(
      `create function disk_full() returns trigger language plpgsql as
         $$ begin raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100'; end $$;
       create trigger disk_full after insert on audit for each statement execute function disk_full()`,
    )
    const full = await anna.ask('POST', '/api/product', newItem())
    await server.database.owner.query('drop trigger disk_full on audit')
    expect(full.status).toBe(503)
    expect(full.text).toContain('磁盘已满')
    expect((await anna.ask('GET', `/api/product?q=X${made}`)).text).not.toContain(`商品${made}`)
    expect((await anna.ask('POST', '/api/product', newItem())).status).toBe(201)
    await whole()
  })

  test('a clock that is set back breaks no chain, and doubles nothing', async () => {
    const now = server.clock.now()
    expect((await anna.ask('POST', '/api/product', newItem())).status).toBe(201)
    server.clock.moveTo(new Date(now.getTime() - 3 * 86_400_000))
    const first = await anna.ask('POST', '/api/product', newItem())
    const again = await anna.ask('POST', '/api/product', newItem(), { 'idempotency-key': 'set-back-1' })
    expect([first.status, again.status]).toEqual([201, 201])
    server.clock.moveTo(now)
    made -= 1
    const once = await anna.ask('POST', '/api/product', newItem(), { 'idempotency-key': 'set-back-1' })
    expect(once.body['id']).toBe(again.body['id'])
    await whole()
  })
})
