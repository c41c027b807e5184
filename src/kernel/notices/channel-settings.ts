import { conflict, fieldProblem, invalid, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { JsonObject } from '../documents/draft.ts'
import { isJsonObject } from '../documents/draft.ts'
import { audit } from '../audit/audit.ts'
import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import type { Work } from '../posting/work.ts'
import { sealSettings } from './channels/channel-secrets.ts'
import { channelNamed, channels } from './channels/channels.ts'
import type { Channel, ChannelSettings } from './channels/channels.ts'

interface ChannelRow {
  readonly name: string
  readonly enabled: boolean
  readonly settings: ChannelSettings
}

const rowsOf = (work: Work): Promise<ChannelRow[]> =>
  work.tx.rows<ChannelRow>(`select name, enabled, settings from message_channel where company_id = $1`, [work.company])

/** Every channel with its settings; of a secret only whether there is one. */
export const listChannels = async (work: Work): Promise<Json> => {
  const stored = new Map((await rowsOf(work)).map((row) => [row.name, row]))
  return channels.map((channel) => {
    const row = stored.get(channel.name)
    return {
      name: channel.name,
      label: channel.label,
      english: channel.english,
      enabled: row?.enabled ?? false,
      settings: channel.settings.map(({ secret, options, ...setting }) => {
        const value = row?.settings[setting.name] ?? ''
        return {
          ...setting,
          options: options ?? null,
          secret: secret === true,
          isSet: value !== '',
          value: secret === true ? '' : value,
        }
      }),
    }
  })
}

const named = (name: string): Channel => {
  const channel = channelNamed(name)
  if (channel === undefined) throw notFound(`没有通道“${name}”`, `There is no channel ${name}`)
  return channel
}

const textsIn = (value: Json | undefined): ChannelSettings =>
  isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, text]) =>
          typeof text === 'string' && text.length <= 1000 && !text.includes('\u0000') ? [[name, text.trim()]] : [],
        ),
      )
    : {}

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

const problemsOf = (channel: Channel, settings: ChannelSettings): FieldProblem[] =>
  channel.settings.flatMap(({ name, label, required, options }) => {
    const value = settings[name] ?? ''
    if (value === '')
      return required === true ? [fieldProblem(`settings.${name}`, `请填写${label}`, `${name} is required`)] : []
    const isRight =
      (name !== 'url' || isAddress(value)) &&
      (name !== 'port' || (/^\d{1,5}$/.test(value) && Number(value) <= 65_535)) &&
      (options === undefined || Object.hasOwn(options, value))
    return isRight ? [] : [fieldProblem(`settings.${name}`, `${label}不正确`, `${name} is not valid`)]
  })

/** Changes a channel; a secret that is not given stays. What is switched on must be complete. */
export const saveChannel = async (work: Work, name: string, input: JsonObject): Promise<Json> => {
  const channel = named(name)
  const before = (await rowsOf(work)).find((row) => row.name === name)
  const given = textsIn(input['settings'])
  const settings = Object.fromEntries(
    channel.settings.map(({ name: setting, secret }) => {
      const text = given[setting]
      const kept = before?.settings[setting] ?? ''
      return [setting, text === undefined || (secret === true && text === '') ? kept : text]
    }),
  )
  const enabled = typeof input['enabled'] === 'boolean' ? input['enabled'] : (before?.enabled ?? false)
  const problems = enabled ? problemsOf(channel, settings) : []
  if (problems.length > 0) throw invalid('通道设置有误，未保存', 'The channel was not saved', problems)
  await work.tx.query(
    `insert into message_channel (company_id, name, enabled, settings, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (company_id, name) do update set enabled = excluded.enabled, settings = excluded.settings,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [
      work.company,
      name,
      enabled,
      JSON.stringify(sealSettings(work.secrets, channel, settings)),
      work.clock.now(),
      work.actor.name,
    ],
  )
  audit(work, {
    action: 'update',
    type: 'messageChannel',
    record: work.company,
    label: channel.label,
    after: { enabled },
  })
  return listChannels(work)
}

/** Puts a message to try a channel into the queue, to an address that is given; the log says what became of it. */
export const tryChannel = async (work: Work, name: string, input: JsonObject): Promise<Json> => {
  const channel = named(name)
  const row = (await rowsOf(work)).find((one) => one.name === name)
  if (row?.enabled !== true) throw conflict(`请先启用${channel.label}`, `Switch ${channel.english} on first`)
  const address = typeof input['address'] === 'string' ? input['address'].trim() : ''
  refuseAddress(channel, address, 'address')
  const id = newId<'delivery'>()
  await work.tx.query(
    `insert into notice_delivery (company_id, id, user_id, kind, channel, address, text, state, next_at, at)
     values ($1, $2, $3, 'test', $4, $5, $6, 'waiting', now(), $7)`,
    [
      work.company,
      id,
      work.actor.id,
      name,
      address === '' ? null : address,
      '算盘：这是一条测试消息',
      work.clock.now(),
    ],
  )
  return { id }
}

/** An address that is no address of the channel is refused under the name of its field. */
export const refuseAddress = ({ address: wanted }: Channel, address: string, path: string): void => {
  if (address === '' ? !wanted.required : wanted.pattern.test(address)) return
  throw invalid('地址有误', 'The address is not valid', [
    fieldProblem(path, `请填写正确的${wanted.label}`, `must be a ${wanted.english.toLowerCase()}`),
  ])
}

/** The messages that went out, newest first, with what became of each. */
export const listDeliveries = async (work: Work, state: string | undefined): Promise<Json> => {
  const rows = await work.tx.rows<{ [name: string]: Json }>(
    `select d.id, d.kind, d.channel, d.address, d.text, d.state, d.attempts, d.answer, d.error, d.at, d.sent_at as "sentAt",
       d.next_at as "nextAt", coalesce(u.name, d.user_id) as "user"
     from notice_delivery d left join access."user" u on u.id = d.user_id
     where d.company_id = $1 and ($2::text is null or d.state = $2) order by d.at desc, d.id limit 200`,
    [work.company, state ?? null],
  )
  return rows
}

/** One more try, of a message that was given up or waits for its next one. */
export const retryDelivery = async (work: Work, id: string): Promise<Json> => {
  const { rowCount } = await work.tx.query(
    `update notice_delivery set state = 'waiting', attempts = 0, next_at = now(), error = null
     where company_id = $1 and id::text = $2 and state in ('failed', 'waiting')`,
    [work.company, id],
  )
  if (rowCount === 0) throw conflict('这条消息不需要重发', 'This message need not be sent again')
  return { id }
}
