import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Message } from '../definition/problem.ts'
import { inWork } from '../http/work.ts'
import type { WorkSource } from '../http/work.ts'
import { notify } from '../notices/notify.ts'
import type { Entrance } from './sign-in.ts'
import { systemActor } from './system-actor.ts'

/** `Mozilla/5.0 (…)` in two words: what it runs on, and which browser it is. */
const deviceName = (agent: string): string =>
  [
    /Windows|Mac OS X|Android|iPhone|iPad|Linux/.exec(agent)?.[0],
    /Edg|MicroMessenger|Firefox|Chrome|Safari/.exec(agent)?.[0],
  ]
    .filter((word) => word !== undefined)
    .join(' ')

/** Leaves a person a notice in every company they belong to; it goes out by the channels that they chose. */
const tell = async (source: WorkSource, user: string, text: Message): Promise<void> => {
  const companies = await inTransaction(source.pool, { readOnly: true }, (tx) =>
    tx.rows<{ company: Id<'company'> }>(
      'select distinct company_id as company from member where user_id = $1 and not disabled',
      [user],
    ),
  )
  const key = `signIn/${newId()}`
  for (const { company } of companies)
    await inWork(source, { company, actor: systemActor }, async (work) => notify(work, { to: { user }, key, text }))
}

/** Someone signed in on a device they were not seen on before: they should know, in case it was not they. */
export const tellNewDevice = (source: WorkSource, user: string, { userAgent, address }: Entrance): Promise<void> => {
  const device = deviceName(userAgent)
  return tell(source, user, {
    zh: `您的账号在新设备上登录：${device}（${address}）。如非本人操作，请立即修改密码并退出其他设备`,
    en: `Your account signed in on a new device: ${device} (${address}). If it was not you, change your password and sign out everywhere else`,
  })
}

/** A name was locked because of wrong passwords or codes. */
export const tellLocked = (source: WorkSource, user: string, { address }: Entrance): Promise<void> =>
  tell(source, user, {
    zh: `有人在 ${address} 连续多次输错您的密码或动态码，账号已暂时锁定`,
    en: `Someone at ${address} gave wrong passwords or codes for your account several times; it is locked for a while`,
  })

/** How one signs in was changed: a second factor, a passkey, a link to an identity provider. */
export const tellChanged = (source: WorkSource, user: string, what: Message): Promise<void> =>
  tell(source, user, {
    zh: `您的登录方式有变更：${what.zh}。如非本人操作，请联系管理员`,
    en: `How you sign in was changed: ${what.en}. If it was not you, speak to an administrator`,
  })
