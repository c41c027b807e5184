import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../access/system-actor.ts'
import type { TestClient } from '../http/testing/client.ts'
import { openTestServer } from '../http/testing/test-server.ts'
import { inWork } from '../http/work.ts'
import { dingtalkSign, feishuSign } from './channels/webhook-clients.ts'
import { openDeliverer } from './deliverer.ts'
import { notify } from './notify.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
let store: TestClient

interface Caught {
  readonly from: string
  readonly to: string
  readonly signedIn: string
  readonly data: string
}

const refusal = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code })

/** A mail server with one account; it refuses whom it does not know, and can't encrypt. */
const openMailServer = async () => {
  const caught: Caught[] = []
  const state = { refuses: false }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'robot' && password === 'secret'
        ? done(null, { user: username })
        : done(refusal(535, '5.7.8 wrong password')),
    onMailFrom: (_address, _session, done) => done(state.refuses ? refusal(451, '4.3.0 try again later') : null),
    onData: (stream, session, done) => {
      const { mailFrom, rcptTo } = session.envelope
      let data = ''
      stream.setEncoding('utf8')
      stream.on('data', (chunk: string) => {
        data += chunk
      })
      stream.on('end', () => {
        caught.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((each) => each.address).join(','),
          signedIn: session.user ?? '',
          data,
        })
        done(null, '2.0.0 taken as 4711')
      })
    },
  })
  server.on('error', () => undefined)
  return { caught, state, ...(await opened(server.server)) }
}

const opened = async (listener: Server) => {
  await new Promise<void>((done) => {
    listener.listen(0, '127.0.0.1', done)
  })
  const { port } = listener.address() as AddressInfo
  return { port, close: () => listener.close() }
}

/** The robots' gateways: each checks what it is sent as the real one does, and answers as it does. */
const openGateways = async () => {
  const sent: { path: string; body: Record<string, unknown> }[] = []
  const judge = (url: URL, body: Record<string, unknown>): object => {
    const stamp = url.searchParams.get('timestamp') ?? ''
    switch (url.pathname) {
      case '/dingtalk':
        return url.searchParams.get('sign') === dingtalkSign('ding', stamp)
          ? { errcode: 0, errmsg: 'ok' }
          : { errcode: 310000, errmsg: 'sign not match' }
      case '/feishu':
        return body['sign'] === feishuSign('fei', String(body['timestamp']))
          ? { code: 0, msg: 'success' }
          : { code: 19021, msg: 'sign match fail' }
      case '/wecom':
        return body['msgtype'] === 'text'
          ? { errcode: 0, errmsg: 'ok' }
          : { errcode: 40008, errmsg: 'invalid message type' }
      default:
        return { taken: body['id'] }
    }
  }
  const listener = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
    })
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://gateway')
      const body: Record<string, unknown> = JSON.parse(text)
      const isRefused = url.pathname === '/sms' && request.headers.authorization !== 'Bearer sms-key'
      if (!isRefused) sent.push({ path: url.pathname, body })
      response.writeHead(isRefused ? 401 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(isRefused ? { message: 'unknown key' } : judge(url, body)))
    })
  })
  return { sent, ...(await opened(listener)) }
}

let mail: Awaited<ReturnType<typeof openMailServer>>
let gateways: Awaited<ReturnType<typeof openGateways>>

beforeAll(async () => {
  server = await openTestServer()
  mail = await openMailServer()
  gateways = await openGateways()
  anna = await server.signIn('anna')
  store = await server.signIn('store')
})
afterAll(() => {
  mail.close()
  gateways.close()
})

const tell = (key: string, zh: string) =>
  inWork(server.context, { company: server.one, actor: systemActor }, async (work) =>
    notify(work, { to: { role: 'storekeeper' }, key, text: { zh, en: zh } }),
  )
const deliver = async () => {
  const deliverer = openDeliverer(server.context, () => undefined)
  await deliverer.drain(server.one)
  await deliverer.stop()
}
interface Delivery {
  readonly text: string
  readonly id: string
  readonly channel: string
  readonly state: string
  readonly error: string | null
  readonly answer: string | null
  readonly attempts: number
}
const log = async (): Promise<readonly Delivery[]> =>
  (await anna.ask<{ rows: readonly Delivery[] }>('GET', '/api/notices/deliveries')).body.rows
const logged = async (text: string) => (await log()).find((one) => one.text === text)
const mailSettings = () => ({
  host: '127.0.0.1',
  port: String(mail.port),
  security: 'none',
  user: 'robot',
  password: 'secret',
  from: 'robot@suanpan.test',
})
const choose = (choices: readonly string[], addresses: Readonly<Record<string, string>>) =>
  store.ask('PUT', '/api/notices/choices', {
    choices: choices.map((channel) => ({ kind: 'jobFailed', channel })),
    addresses,
  })

describe('channels beside the product', () => {
  test('are set up by the administrator, and never say their secrets again', async () => {
    const incomplete = await anna.ask('PUT', '/api/notices/channels/mail', { enabled: true, settings: { port: 'x' } })
    expect(incomplete.body['errors']).toMatchObject([
      { path: 'settings.host' },
      { path: 'settings.port' },
      { path: 'settings.security' },
      { path: 'settings.from' },
    ])
    const saved = await anna.ask('PUT', '/api/notices/channels/mail', { enabled: true, settings: mailSettings() })
    expect(saved.status).toBe(200)
    expect(saved.text).not.toContain('"secret"value')
    const listed = await anna.ask('GET', '/api/notices/channels')
    expect(listed.text).toContain('robot@suanpan.test')
    expect(listed.text).not.toMatch(/"value":"secret"/)
    expect((await store.ask('GET', '/api/notices/channels')).status).toBe(403)
  })

  test('[INV-06] carry a notice by mail to whoever chose it for this kind, and the log says so', async () => {
    expect((await choose(['mail'], {})).body['errors']).toMatchObject([{ path: 'addresses.mail' }])
    expect((await choose(['mail'], { mail: '仓管 <x>' })).status).toBe(422)
    expect((await choose(['mail'], { mail: 'store@suanpan.test' })).status).toBe(200)
    await tell('jobFailed/1', '定时任务“库存预警检查”未完成')
    await tell('approval/1', '有单据待审批')
    await deliver()
    const [taken, ...others] = mail.caught
    expect(others).toEqual([])
    expect(taken).toMatchObject({ from: 'robot@suanpan.test', to: 'store@suanpan.test', signedIn: 'robot' })
    const [head = '', body = ''] = (taken?.data ?? '').split('\r\n\r\n')
    expect(Buffer.from(body, 'base64').toString('utf8').trimEnd()).toBe('定时任务“库存预警检查”未完成')
    expect(head).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(await log()).toMatchObject([
      { channel: 'mail', state: 'sent', answer: '250 2.0.0 taken as 4711', attempts: 1 },
    ])
  })

  test('tell no password to a server that cannot encrypt where encryption is asked for', async () => {
    await anna.ask('PUT', '/api/notices/channels/mail', { settings: { ...mailSettings(), security: 'starttls' } })
    await tell('jobFailed/tls', '要加密的')
    await deliver()
    const refused = await logged('要加密的')
    expect(refused).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(refused?.error).toMatch(/^500 /)
    expect(mail.caught.length).toBe(1)
    await anna.ask('PUT', '/api/notices/channels/mail', { settings: mailSettings() })
    await anna.ask('POST', `/api/notices/deliveries/${refused?.id}/retry`)
    await deliver()
    expect(await logged('要加密的')).toMatchObject({ state: 'sent' })
  })

  test('try again later what was refused, and keep the words of the refusal', async () => {
    mail.state.refuses = true
    await tell('jobFailed/2', '第二条')
    await deliver()
    const waiting = await logged('第二条')
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, error: '451 4.3.0 try again later' })
    // Not due yet: nothing happens; asked for by hand it goes at once.
    mail.state.refuses = false
    await deliver()
    expect(await logged('第二条')).toMatchObject({ state: 'waiting' })
    expect((await anna.ask('POST', `/api/notices/deliveries/${waiting?.id}/retry`)).status).toBe(202)
    await deliver()
    expect(await logged('第二条')).toMatchObject({ state: 'sent', error: null })
    expect(mail.caught.length).toBe(3)
  })

  test('[INV-06] carry it by SMS, 企业微信, 钉钉 and 飞书 as their gateways want it, signed', async () => {
    const at = (path: string) => `http://127.0.0.1:${gateways.port}${path}`
    for (const [name, settings] of Object.entries({
      sms: { url: at('/sms'), key: 'sms-key', signature: '算盘' },
      wecom: { url: at('/wecom') },
      dingtalk: { url: at('/dingtalk'), secret: 'ding' },
      feishu: { url: at('/feishu'), secret: 'fei' },
    })) {
      expect((await anna.ask('PUT', `/api/notices/channels/${name}`, { enabled: true, settings })).status).toBe(200)
    }
    await choose(['sms', 'wecom', 'dingtalk', 'feishu'], { sms: '13800138000', dingtalk: '13800138000' })
    await tell('jobFailed/3', '第三条')
    await deliver()
    expect(gateways.sent.map((one) => one.path).toSorted()).toEqual(['/dingtalk', '/feishu', '/sms', '/wecom'])
    const bodyOf = (path: string) => gateways.sent.find((one) => one.path === path)?.body
    expect(bodyOf('/sms')).toMatchObject({ mobile: '13800138000', text: '【算盘】第三条' })
    expect(bodyOf('/wecom')).toEqual({ msgtype: 'text', text: { content: '第三条' } })
    expect(bodyOf('/dingtalk')).toMatchObject({ text: { content: '第三条' }, at: { atMobiles: ['13800138000'] } })
    expect(bodyOf('/feishu')).toMatchObject({ msg_type: 'text', content: { text: '第三条' } })
    expect((await log()).filter((one) => one.state === 'sent').length).toBe(7)
  })

  test('take a gateway at its word when it answers 200 and refuses', async () => {
    const settings = { url: `http://127.0.0.1:${gateways.port}/dingtalk`, secret: 'another' }
    await anna.ask('PUT', '/api/notices/channels/dingtalk', { settings })
    await choose(['dingtalk'], {})
    await tell('jobFailed/4', '第四条')
    await deliver()
    expect(await logged('第四条')).toMatchObject({
      state: 'waiting',
      error: '{"errcode":310000,"errmsg":"sign not match"}',
    })
  })

  test('leave a kind out of the product too for whoever wants that', async () => {
    await choose(['muted'], {})
    await tell('jobFailed/5', '第五条')
    await tell('approval/5', '要看的')
    const { rows } = (await store.ask<{ rows: { text: string }[] }>('GET', '/api/notices?unread=1')).body
    expect(rows.map((row) => row.text)).toContain('要看的')
    expect(rows.map((row) => row.text)).not.toContain('第五条')
  })
})
