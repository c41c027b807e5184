import { ref, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { assetCategory } from '../../../ledgers/dimensions/asset.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'

/** 生成资产盘点单: a draft of a count with the cards in use, to be looked for. */
export const startAssetCountProcess = defineProcess({
  name: 'startAssetCount',
  label: '生成资产盘点单',
  english: 'Start a count of assets',
  parameters: {
    category: ref(assetCategory, { label: '资产类别' }),
    department: ref(department, { label: '使用部门' }),
    location: text({ label: '存放地点' }),
    employee: ref(employee, { label: '盘点人', english: 'Counted by' }),
  },
  help: '按条件列出在用的固定资产，生成盘点单草稿；用手机扫描资产标签，或填写实盘数量后审核',
})
