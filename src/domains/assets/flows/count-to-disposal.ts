import { defineFlow } from '../../../kernel/definition/flow.ts'
import { assetCount } from '../documents/asset-count.ts'
import { assetDisposal } from '../documents/asset-disposal.ts'

/** What is missing leaves the books, and waits in 待处理财产损溢 for what is decided of it. */
export const countToDisposal = defineFlow({
  name: 'assetCountToDisposal',
  label: '下推盘亏处置',
  english: 'Dispose of what is missing',
  from: assetCount,
  to: assetDisposal,
  measure: { quantity: 'quantity', base: 'quantity', of: 'asset' },
  opens: (line) => line.result === 'missing',
  header: ({ number }) => ({ kind: 'countLoss' as const, reason: `盘点 ${number} 盘亏` }),
  line: (line, open) => ({ asset: line.asset, quantity: open.baseQuantity }),
})
