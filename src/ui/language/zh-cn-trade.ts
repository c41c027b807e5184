/** Words of links without sign-in, of an order's way, and of the counter. */
export const tradeWords = {
  'audit.share': '生成公开链接',
  'share.title': '公开链接',
  'share.new': '生成链接',
  'share.make': '生成',
  'share.days': '有效天数',
  'share.once': '链接只显示这一次，复制后发给对方。',
  'share.copy': '复制链接',
  'share.copied': '已复制',
  'share.until': '至 {date}',
  'share.opened': '已打开',
  'share.unopened': '未打开',
  'share.revoke': '停用',
  'share.revoked': '已停用',
  'share.expired': '已过期',
  'share.none': '没有有效的链接',
  'progress.title': '进度',
} as const
