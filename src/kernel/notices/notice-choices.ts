import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'
import { fieldProblem, invalid } from '../definition/problem.ts'
import type { Json } from '../../base/json.ts'
import type { Work } from '../posting/work.ts'
import { channelNamed, channels } from './channels/channels.ts'
import { refuseAddress } from './channel-settings.ts'

/** Not shown in the product either. */
const muted = 'muted'

/** How whoever acts is told of what: the kinds there are, the channels that are on, what was chosen, and where to. */
export const readChoices = async (work: Work): Promise<Json> => {
  const [enabled, chosen, addresses] = await Promise.all([
    work.tx.rows<{ name: string }>(`select name from message_channel where company_id = $1 and enabled`, [
      work.company,
    ]),
    work.tx.rows<{ kind: string; channel: string }>(
      `select kind, channel from notice_choice where company_id = $1 and user_id = $2 order by kind, channel`,
      [work.company, work.actor.id],
    ),
    work.tx.rows<{ channel: string; address: string }>(
      `select channel, address from notice_address where company_id = $1 and user_id = $2`,
      [work.company, work.actor.id],
    ),
  ])
  return {
    kinds: work.installed.noticeKinds.map(({ name, label, english }) => ({ name, label, english })),
    channels: channels
      .filter(({ name }) => enabled.some((row) => row.name === name))
      .map(({ name, label, english, address }) => ({
        name,
        label,
        english,
        address: { label: address.label, english: address.english, required: address.required },
      })),
    choices: chosen.map(({ kind, channel }) => ({ kind, channel })),
    addresses: Object.fromEntries(addresses.map(({ channel, address }) => [channel, address])),
  }
}

const choicesIn = (work: Work, value: Json | undefined): { kind: string; channel: string }[] => {
  const given = Array.isArray(value) ? value.filter(isJsonObject) : []
  return given.map(({ kind, channel }, index) => {
    const isKind = work.installed.noticeKinds.some(({ name }) => name === kind)
    const isChannel = typeof channel === 'string' && (channel === muted || channelNamed(channel) !== undefined)
    if (typeof kind !== 'string' || !isKind || !isChannel) {
      throw invalid('选择有误，未保存', 'Not saved', [
        fieldProblem(`choices.${index}`, '没有这种通知或通道', 'there is no such kind or channel'),
      ])
    }
    return { kind, channel }
  })
}

/** Replaces how whoever acts is told. A channel that needs an address is refused without one. */
export const saveChoices = async (work: Work, input: JsonObject): Promise<Json> => {
  const choices = choicesIn(work, input['choices'])
  const given = isJsonObject(input['addresses']) ? input['addresses'] : {}
  const addresses = channels.flatMap((channel) => {
    const written = given[channel.name]
    const address = typeof written === 'string' ? written.trim() : ''
    const isWanted = choices.some((choice) => choice.channel === channel.name)
    if (isWanted || address !== '') refuseAddress(channel, address, `addresses.${channel.name}`)
    return address === '' ? [] : [{ channel: channel.name, address }]
  })
  const { tx, company, actor } = work
  await Promise.all([
    tx.query(`delete from notice_choice where company_id = $1 and user_id = $2`, [company, actor.id]),
    tx.query(`delete from notice_address where company_id = $1 and user_id = $2`, [company, actor.id]),
    tx.query(
      `insert into notice_choice (company_id, user_id, kind, channel)
       select distinct $1::uuid, $2, c.kind, c.channel from unnest($3::text[], $4::text[]) as c(kind, channel)`,
      [company, actor.id, choices.map((one) => one.kind), choices.map((one) => one.channel)],
    ),
    tx.query(
      `insert into notice_address (company_id, user_id, channel, address)
       select $1, $2, a.channel, a.address from unnest($3::text[], $4::text[]) as a(channel, address)`,
      [company, actor.id, addresses.map((one) => one.channel), addresses.map((one) => one.address)],
    ),
  ])
  return readChoices(work)
}
