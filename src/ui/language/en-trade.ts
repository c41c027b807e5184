import type { tradeWords } from './zh-cn-trade.ts'

/** Words of links without sign-in, of an order's way, and of the counter. */
export const englishTradeWords: Readonly<Record<keyof typeof tradeWords, string>> = {
  'audit.share': 'Made a link',
  'share.title': 'Public links',
  'share.new': 'New link',
  'share.make': 'Make',
  'share.days': 'Days it works',
  'share.once': 'The link is shown this once; copy it and send it.',
  'share.copy': 'Copy the link',
  'share.copied': 'Copied',
  'share.until': 'until {date}',
  'share.opened': 'Opened',
  'share.unopened': 'Not opened',
  'share.revoke': 'Withdraw',
  'share.revoked': 'Withdrawn',
  'share.expired': 'Expired',
  'share.none': 'No link is in use',
  'progress.title': 'Progress',
}
