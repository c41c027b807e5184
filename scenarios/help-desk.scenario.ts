import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import JSZip from 'jszip'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { simpleParser } from './kit/mail.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let seller: TestClient
const caught: string[] = []
let refuses = false
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) =>
    done(refuses ? Object.assign(new Error('mailbox unavailable'), { responseCode: 450 }) : null),
  onData: (stream, _session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      caught.push(Buffer.concat(parts).toString('utf8'))
      done()
    })
  },
})

const beijing = (text: string) => new Date(`${text}:00+08:00`)
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const feedback: JsonObject = {
  kind: 'fault',
  urgency: 'urgent',
  title: '出库单审核不了',
  text: '按了审核没有反应',
  context: { page: '/new/sales-delivery', subject: 'XSCK-202603-0001', browser: 'Chromium', lastError: '库存不足' },
  screenshot: picture,
}
const ticketsOf = async (who: TestClient, all = false) =>
  must(await who.ask<{ rows: JsonObject[] }>('GET', `/api/calls/tickets?all=${String(all)}`)).rows

beforeAll(async () => {
  house = await openHouse()
  seller = (await house.person('xiaolin', 'seller')).client
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  must(
    await house.admin.ask('PUT', '/api/notices/channels/mail', {
      enabled: true,
      settings: { host: '127.0.0.1', port: String(port), security: 'none', from: 'erp@jia.test' },
    }),
  )
})
afterAll(() => new Promise<void>((closed) => server.close(() => closed())))

describe('whoever is stuck asks from the page', () => {
  test('[HLP-03] feedback goes out with its context, is answered, and its author sees what became of it', async () => {
    house.clock.moveTo(beijing('2026-03-16T10:00'))
    const sent = must(
      await seller.ask('POST', '/api/calls/send-feedback', { ...feedback, kind: 'idea', urgency: 'normal' }),
    )
    expect(sent).toMatchObject({ number: 'GD-00001', state: 'open', answerBroken: false })
    // The administrator is told, and sees page, document, browser, the last error and the picture.
    const { rows: notices } = must(await house.admin.ask<{ rows: JsonObject[] }>('GET', '/api/notices'))
    expect(notices.map((one) => one['text'])).toContain('新工单：出库单审核不了')
    const ticket = `/api/calls/read-ticket?ticket=${String(sent['id'])}`
    expect(must(await house.admin.ask('GET', ticket))).toMatchObject({
      by: 'xiaolin',
      context: feedback['context'],
      screenshot: picture,
    })

    must(await house.admin.ask('POST', '/api/calls/reply-ticket', { ticket: sent['id'], text: '仓库没货，先入库' }))
    const { rows: told } = must(await seller.ask<{ rows: JsonObject[] }>('GET', '/api/notices'))
    expect(told.map((one) => one['text'])).toContain('工单有回复：出库单审核不了')
    const seen = must(await seller.ask('GET', ticket))
    expect(seen).toMatchObject({ state: 'answered', replies: [{ text: '仓库没货，先入库', fromDesk: true }] })
    must(await seller.ask('POST', '/api/calls/solve-ticket', { ticket: sent['id'], solved: true }))
    expect(await ticketsOf(seller)).toMatchObject([{ state: 'solved' }])

    // What others ask is nobody's business but of who answers; a stranger's company sees nothing.
    const buyer = (await house.person('xiaohe', 'buyer')).client
    expect((await buyer.ask('GET', ticket)).status).toBe(404)
    expect(await ticketsOf(buyer, true)).toEqual([])
    expect((await house.stranger.ask('GET', ticket)).status).toBe(404)
  })

  test('[HLP-04] a ticket has a service clock of 7×12 hours, shows what is broken, and goes by mail with a diagnostics bundle', async () => {
    must(
      await house.admin.ask('POST', '/api/calls/set-help-desk', {
        mail: 'help@suanpan.test',
        adviser: '沈顾问',
        phone: '0574-1',
      }),
    )
    house.clock.moveTo(beijing('2026-03-16T20:30'))
    house.context.log('job sendInvoices failed: the bureau does not answer')
    const sent = must(await seller.ask('POST', '/api/calls/send-feedback', feedback))
    // Half an hour of today is left; the other half is tomorrow's.
    expect(sent).toMatchObject({
      answerBy: beijing('2026-03-17T09:30').toISOString(),
      solveBy: beijing('2026-03-17T12:30').toISOString(),
    })
    await house.context.followUps.settle(house.one.id)
    const mail = simpleParser(caught.at(-1) ?? '')
    expect(mail.to).toContain('help@suanpan.test')
    expect(mail.attachments.map((one) => one.name)).toEqual(['diagnostics.zip', 'screen.png'])
    const zip = await JSZip.loadAsync(mail.attachments[0]?.bytes ?? Buffer.alloc(0))
    expect(Object.keys(zip.files)).toEqual(expect.arrayContaining(['about.json', 'checks.json', 'recent-work.json']))
    expect(await zip.file('program.log')?.async('string')).toContain('job sendInvoices failed')
    expect(await ticketsOf(house.admin, true)).toMatchObject([{ mailedTo: 'help@suanpan.test' }, {}])

    house.clock.moveTo(beijing('2026-03-17T09:31'))
    expect((await ticketsOf(house.admin, true))[0]).toMatchObject({ answerBroken: true, solveBroken: false })
    must(await house.admin.ask('POST', '/api/calls/reply-ticket', { ticket: sent['id'], text: '正在看' }))
    house.clock.moveTo(beijing('2026-03-17T12:00'))
    must(await house.admin.ask('POST', '/api/calls/solve-ticket', { ticket: sent['id'], solved: true }))
    house.clock.moveTo(beijing('2026-03-20T12:00'))
    expect((await ticketsOf(seller))[0]).toMatchObject({ state: 'solved', answerBroken: true, solveBroken: false })

    // A mail server that refuses loses nothing: the ticket stands, with the server's words.
    refuses = true
    must(await seller.ask('POST', '/api/calls/send-feedback', { ...feedback, title: '再问一次' }))
    await house.context.followUps.settle(house.one.id)
    expect((await ticketsOf(house.admin, true))[0]).toMatchObject({
      mailedTo: null,
      mailError: expect.stringContaining('mailbox unavailable') as unknown,
    })
  })

  test('what is missing is named, and nothing is sent', async () => {
    const before = (await ticketsOf(seller)).length
    for (const [wrong, field] of [
      [{ title: ' ' }, 'title'],
      [{ text: '' }, 'text'],
      [{ screenshot: 'http://x' }, 'screenshot'],
    ] as const) {
      const reply = await seller.ask('POST', '/api/calls/send-feedback', { ...feedback, ...wrong })
      expect(reply.status).toBe(422)
      expect(reply.text).toContain(field)
    }
    expect((await ticketsOf(seller)).length).toBe(before)
    expect((await seller.ask('POST', '/api/calls/set-help-desk', { mail: 'x@y.z' })).status).toBe(403)
    expect((await house.admin.ask('POST', '/api/calls/set-help-desk', { mail: 'nowhere' })).status).toBe(422)
  })
})
