import { textOf } from '../../../base/text.ts'
import type { Json } from '../../../base/json.ts'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { diagnosticsBundle } from '../../../kernel/diagnostics/bundle.ts'
import { recentLines } from '../../../kernel/diagnostics/recent-log.ts'
import { openSettings } from '../../../kernel/notices/channels/channel-secrets.ts'
import { mailServerOf } from '../../../kernel/notices/channels/channels.ts'
import type { ChannelSettings } from '../../../kernel/notices/channels/channels.ts'
import { sendMail } from '../../../kernel/notices/channels/smtp-client.ts'
import type { Mail } from '../../../kernel/notices/channels/smtp-client.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { deskOf, ticketJson } from './read-tickets.ts'
import type { TicketRow } from './read-tickets.ts'

const version = (): string =>
  textOf(
    (JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../package.json'), 'utf8')) as { version?: Json })
      .version ?? '',
  )

const mailSettings = async (work: Work): Promise<ChannelSettings | undefined> => {
  const [row] = await work.tx.rows<{ settings: ChannelSettings }>(
    `select settings from message_channel where company_id = $1 and name = 'mail' and enabled`,
    [work.company],
  )
  return row === undefined ? undefined : openSettings(work.secrets, row.settings)
}

const picturePattern = /^data:(?<type>image\/(?:png|jpeg|webp));base64,(?<data>[A-Za-z0-9+/=]+)$/u

const attachmentsOf = async (work: Work, ticket: TicketRow, bundle: boolean): Promise<Mail['attachments']> => {
  const picture = picturePattern.exec(ticket.screenshot ?? '')?.groups
  return [
    ...(bundle
      ? [
          {
            name: 'diagnostics.zip',
            contentType: 'application/zip',
            bytes: await diagnosticsBundle({ version: version(), recentLines }, work),
          },
        ]
      : []),
    ...(picture === undefined
      ? []
      : [
          {
            name: 'screen.png',
            contentType: picture['type'] ?? 'image/png',
            bytes: Buffer.from(picture['data'] ?? '', 'base64'),
          },
        ]),
  ]
}

const wordsOf = (ticket: TicketRow, told: { readonly [key: string]: Json }): string =>
  [
    ticket.text,
    '',
    `工单：${textOf(told['number'])}　${ticket.user_name}　${ticket.urgency}`,
    `应答复：${textOf(told['answerBy'])}　应解决：${textOf(told['solveBy'])}`,
    '',
    JSON.stringify(ticket.context, null, 1),
  ].join('\n')

const note = (work: Work, id: string, mailedTo: string | null, error: string | null): Promise<unknown> =>
  work.tx.query(`update help_ticket set mailed_to = $3, mail_error = $4 where company_id = $1 and id::text = $2`, [
    work.company,
    id,
    mailedTo,
    error,
  ])

/** Mails tickets to the desk with what helps to find the cause; a server that refuses is noted on the ticket and does not lose it. */
export const mailTickets = async (work: Work, ids: readonly string[]): Promise<void> => {
  const { mail, bundle } = await deskOf(work)
  if (mail === '') return
  const settings = await mailSettings(work)
  for (const id of new Set(ids)) {
    const [ticket] = await work.tx.rows<TicketRow>(
      `select * from help_ticket where company_id = $1 and id::text = $2`,
      [work.company, id],
    )
    if (ticket === undefined) continue
    if (settings === undefined) {
      await note(work, id, null, '没有启用邮件通道')
      continue
    }
    const told = ticketJson(work, ticket)
    try {
      await sendMail(mailServerOf(settings), {
        id: ticket.id,
        from: settings['from'] ?? '',
        to: mail,
        subject: `[${textOf(told['number'])}] ${ticket.title}`,
        text: wordsOf(ticket, told),
        attachments: (await attachmentsOf(work, ticket, bundle)) ?? [],
      })
      await note(work, id, mail, null)
    } catch (error) {
      await note(work, id, null, (error instanceof Error ? error.message : String(error)).slice(0, 300))
    }
  }
}
