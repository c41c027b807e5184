import { createHmac } from 'node:crypto'

/** A text for a group, or for one person in it. */
export interface WebhookMessage {
  readonly url: string
  /** The robot's signing secret, where it has one. */
  readonly secret?: string | undefined
  /** The mobile number of who is meant, so that the robot names them. */
  readonly mobile?: string | undefined
  readonly text: string
  readonly at: Date
}

const patience = 15_000

const post = async (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })
  const answer = (await response.text()).slice(0, 500)
  if (!response.ok) throw new Error(`${response.status} ${answer}`)
  return answer
}

/** Gateways answer 200 to what they refuse, and say so by a code inside. */
const accepted = (answer: string, name: string): string => {
  let code: unknown
  try {
    code = Object(JSON.parse(answer))[name]
  } catch {
    code = undefined
  }
  if (code !== 0) throw new Error(answer)
  return answer
}

/** 企业微信群机器人: `errcode` 0 is success. */
export const sendWecom = async ({ url, mobile, text }: WebhookMessage): Promise<string> => {
  const mentioned = mobile === undefined ? {} : { mentioned_mobile_list: [mobile] }
  return accepted(await post(url, { msgtype: 'text', text: { content: text, ...mentioned } }), 'errcode')
}

/** The signature of a 钉钉 robot: HMAC-SHA256 of `timestamp\nsecret` by the secret, timestamp in milliseconds. */
export const dingtalkSign = (secret: string, timestamp: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')

/** 钉钉群机器人: signed in the address, `errcode` 0 is success. */
export const sendDingtalk = async ({ url, secret, mobile, text, at }: WebhookMessage): Promise<string> => {
  const address = new URL(url)
  if (secret !== undefined) {
    const timestamp = String(at.getTime())
    address.searchParams.set('timestamp', timestamp)
    address.searchParams.set('sign', dingtalkSign(secret, timestamp))
  }
  const mentioned = mobile === undefined ? {} : { at: { atMobiles: [mobile] } }
  return accepted(await post(address.href, { msgtype: 'text', text: { content: text }, ...mentioned }), 'errcode')
}

/** The signature of a 飞书 robot: HMAC-SHA256 of nothing, by `timestamp\nsecret`, timestamp in seconds. */
export const feishuSign = (secret: string, timestamp: string): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).digest('base64')

/** 飞书群机器人: signed in the body, `code` 0 is success. */
export const sendFeishu = async ({ url, secret, text, at }: WebhookMessage): Promise<string> => {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signed = secret === undefined ? {} : { timestamp, sign: feishuSign(secret, timestamp) }
  return accepted(await post(url, { ...signed, msg_type: 'text', content: { text } }), 'code')
}

/** 短信网关: a gateway that takes `{mobile, text, id}` with a key; any 2xx is success, and the same id is sent once. */
export const sendSms = (
  gateway: { readonly url: string; readonly key?: string | undefined; readonly signature?: string | undefined },
  message: { readonly id: string; readonly mobile: string; readonly text: string },
): Promise<string> =>
  post(
    gateway.url,
    {
      id: message.id,
      mobile: message.mobile,
      text: `${gateway.signature ? `【${gateway.signature}】` : ''}${message.text}`,
    },
    gateway.key === undefined ? {} : { authorization: `Bearer ${gateway.key}` },
  )
