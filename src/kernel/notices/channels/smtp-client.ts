import { connect as connectPlain } from 'node:net'
import type { Socket } from 'node:net'
import { connect as connectSecure } from 'node:tls'

/** How to reach a mail server. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** `tls`: encrypted from the first byte (465); `starttls`: encrypted before anything is said (587); `none`: a server of one's own. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user?: string
  readonly password?: string
}

export interface Mail {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

const patience = 20_000

/** A server's answer: the code of its last line, and what it says. */
interface Reply {
  readonly code: number
  readonly text: string
}

interface Conversation {
  readonly socket: Socket
  reply(): Promise<Reply>
  /** Says a line and hears the answer; one that is not among `wanted` ends the conversation with the server's own words. */
  say(line: string, ...wanted: readonly number[]): Promise<Reply>
}

const converse = (socket: Socket): Conversation => {
  let heard = ''
  let waiting: { done: (reply: Reply) => void; fail: (error: Error) => void } | undefined
  let lost: Error | undefined
  const look = (): void => {
    const end = /^(\d{3})(?: [^\r\n]*)?\r?\n/m.exec(heard)
    if (end === null || waiting === undefined) return
    const text = heard.slice(0, end.index + end[0].length).trim()
    heard = heard.slice(end.index + end[0].length)
    const { done } = waiting
    waiting = undefined
    done({ code: Number(end[1]), text })
  }
  const lose = (error: Error): void => {
    lost = error
    waiting?.fail(error)
    waiting = undefined
  }
  socket.setEncoding('utf8')
  socket.setTimeout(patience, () => socket.destroy(new Error('the mail server does not answer')))
  socket.on('data', (chunk: string) => {
    heard += chunk
    look()
  })
  socket.on('error', lose)
  socket.on('close', () => lose(new Error('the mail server hung up')))
  const reply = (): Promise<Reply> =>
    new Promise((done, fail) => {
      if (lost !== undefined) fail(lost)
      else {
        waiting = { done, fail }
        look()
      }
    })
  return {
    socket,
    reply,
    say: async (line, ...wanted) => {
      socket.write(`${line}\r\n`)
      const answer = await reply()
      if (!wanted.includes(answer.code)) throw new Error(answer.text)
      return answer
    },
  }
}

const opened = (socket: Socket, event: 'connect' | 'secureConnect'): Promise<Socket> =>
  new Promise((done, fail) => {
    socket.setTimeout(patience, () => socket.destroy(new Error('the mail server cannot be reached')))
    socket.once('error', fail)
    socket.once(event, () => {
      socket.off('error', fail)
      done(socket)
    })
  })

const begin = async ({ host, port, security }: SmtpServer): Promise<Conversation> => {
  const socket =
    security === 'tls'
      ? await opened(connectSecure({ host, port, servername: host }), 'secureConnect')
      : await opened(connectPlain({ host, port }), 'connect')
  const conversation = converse(socket)
  const greeting = await conversation.reply()
  if (greeting.code !== 220) throw new Error(greeting.text)
  return conversation
}

const encrypted = async (plain: Conversation, host: string): Promise<Conversation> => {
  await plain.say('STARTTLS', 220)
  plain.socket.removeAllListeners()
  return converse(await opened(connectSecure({ socket: plain.socket, servername: host }), 'secureConnect'))
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')

const signIn = async (conversation: Conversation, offered: string, { user, password }: SmtpServer): Promise<void> => {
  if (user === undefined || user === '') return
  if (/AUTH[^\r\n]*\bPLAIN\b/i.test(offered)) {
    await conversation.say(`AUTH PLAIN ${base64(`\u0000${user}\u0000${password ?? ''}`)}`, 235)
    return
  }
  await conversation.say('AUTH LOGIN', 334)
  await conversation.say(base64(user), 334)
  await conversation.say(base64(password ?? ''), 235)
}

const encodedWord = (text: string): string => `=?UTF-8?B?${base64(text)}?=`
const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ')

/** The message by RFC 5322 and MIME: a UTF-8 text, in base64 so that no line is too long and none begins with a dot. */
export const messageOf = (mail: Mail, at: Date): string =>
  [
    `From: ${encodedWord('算盘')} <${oneLine(mail.from)}>`,
    `To: <${oneLine(mail.to)}>`,
    `Subject: ${
      encodedWord(oneLine(mail.subject))
        .match(/.{1,900}/g)
        ?.join('\r\n ') ?? ''
    }`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.id}@suanpan>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(base64(mail.text).match(/.{1,76}/g) ?? ['']),
  ].join('\r\n')

/**
 * Sends one mail (RFC 5321) and answers what the server said when it took it. Throws an Error with the server's own words
 * where it does not, and where it cannot be reached.
 */
export const sendMail = async (server: SmtpServer, mail: Mail): Promise<string> => {
  let conversation = await begin(server)
  try {
    let offered = await conversation.say('EHLO suanpan', 250)
    if (server.security === 'starttls') {
      conversation = await encrypted(conversation, server.host)
      offered = await conversation.say('EHLO suanpan', 250)
    }
    await signIn(conversation, offered.text, server)
    await conversation.say(`MAIL FROM:<${oneLine(mail.from)}>`, 250)
    await conversation.say(`RCPT TO:<${oneLine(mail.to)}>`, 250, 251)
    await conversation.say('DATA', 354)
    const taken = await conversation.say(`${messageOf(mail, new Date())}\r\n.`, 250)
    conversation.socket.write('QUIT\r\n')
    return taken.text
  } finally {
    conversation.socket.end()
  }
}
