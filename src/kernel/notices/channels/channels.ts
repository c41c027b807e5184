import { sendMail } from './smtp-client.ts'
import type { SmtpServer } from './smtp-client.ts'
import { sendDingtalk, sendFeishu, sendSms, sendWecom } from './webhook-clients.ts'

/** A setting of a channel as its form shows it. */
export interface ChannelSetting {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly required?: boolean
  /** Never answered again once it is set. */
  readonly secret?: boolean
  readonly options?: Readonly<Record<string, string>>
}

export type ChannelSettings = Readonly<Record<string, string>>

/** A message on its way to one person. */
export interface Message {
  readonly id: string
  readonly address: string | null
  readonly title: string
  readonly text: string
}

/** A way to reach people beside the product's own notices. */
export interface Channel {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly settings: readonly ChannelSetting[]
  /** What a person's address on it is called; what it must look like. */
  readonly address: {
    readonly label: string
    readonly english: string
    readonly required: boolean
    readonly pattern: RegExp
  }
  /** Sends, and answers what the other side said. Throws an Error with its words where it was refused. */
  send(settings: ChannelSettings, message: Message): Promise<string>
}

const mobile = { label: '手机号', english: 'Mobile number', required: false, pattern: /^\+?\d{5,15}$/ }
const webhook: readonly ChannelSetting[] = [
  { name: 'url', label: '机器人地址', english: 'Webhook address', required: true, secret: true },
  { name: 'secret', label: '加签密钥', english: 'Signing secret', secret: true },
]

const given = (text: string | null | undefined): string | undefined =>
  text === null || text === undefined || text === '' ? undefined : text

const robot =
  (send: typeof sendWecom): Channel['send'] =>
  (settings, { address, text }) =>
    send({
      url: settings['url'] ?? '',
      secret: given(settings['secret']),
      mobile: given(address),
      text,
      at: new Date(),
    })

const securityOf = (text: string | undefined): 'tls' | 'starttls' | 'none' =>
  text === 'tls' || text === 'none' ? text : 'starttls'

/** The mail server as the mail channel's settings say it. */
export const mailServerOf = (settings: ChannelSettings): SmtpServer => ({
  host: settings['host'] ?? '',
  port: Number(settings['port'] ?? '587'),
  security: securityOf(settings['security']),
  user: settings['user'] ?? '',
  password: settings['password'] ?? '',
})

/** Every channel there is. */
export const channels: readonly Channel[] = [
  {
    name: 'mail',
    label: '邮件',
    english: 'Mail',
    settings: [
      { name: 'host', label: 'SMTP 服务器', english: 'SMTP server', required: true },
      { name: 'port', label: '端口', english: 'Port', required: true },
      {
        name: 'security',
        label: '加密',
        english: 'Encryption',
        required: true,
        options: { starttls: 'STARTTLS', tls: 'SSL/TLS', none: '不加密' },
      },
      { name: 'user', label: '账号', english: 'Account' },
      { name: 'password', label: '密码或授权码', english: 'Password', secret: true },
      { name: 'from', label: '发件地址', english: 'From', required: true },
    ],
    address: { label: '邮箱', english: 'Mail address', required: true, pattern: /^[^\s@<>]+@[^\s@<>]+$/ },
    send: (settings, message) =>
      sendMail(mailServerOf(settings), {
        id: message.id,
        from: settings['from'] ?? '',
        to: message.address ?? '',
        subject: message.title,
        text: message.text,
      }),
  },
  {
    name: 'sms',
    label: '短信',
    english: 'SMS',
    settings: [
      { name: 'url', label: '网关地址', english: 'Gateway address', required: true },
      { name: 'key', label: '密钥', english: 'Key', secret: true },
      { name: 'signature', label: '短信签名', english: 'Signature' },
    ],
    address: { ...mobile, required: true },
    send: (settings, { id, address, text }) =>
      sendSms(
        { url: settings['url'] ?? '', key: given(settings['key']), signature: given(settings['signature']) },
        { id, mobile: address ?? '', text },
      ),
  },
  {
    name: 'wecom',
    label: '企业微信',
    english: 'WeCom',
    settings: webhook.slice(0, 1),
    address: mobile,
    send: robot(sendWecom),
  },
  {
    name: 'dingtalk',
    label: '钉钉',
    english: 'DingTalk',
    settings: webhook,
    address: mobile,
    send: robot(sendDingtalk),
  },
  { name: 'feishu', label: '飞书', english: 'Feishu', settings: webhook, address: mobile, send: robot(sendFeishu) },
]

/** The channel of a name. */
export const channelNamed = (name: string): Channel | undefined => channels.find((channel) => channel.name === name)
