import { choice, ref, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { lot, lotStates } from '../../../ledgers/dimensions/lot.ts'

/** 冻结、召回批次: from now on nothing of the lot is sold or used, or it may be again; with its reason, in the trail. */
export const freezeLot = defineProcess({
  name: 'freezeLot',
  label: '冻结 / 召回批次',
  english: 'Freeze or recall a lot',
  parameters: {
    lot: ref(lot, { label: '批次', required: true }),
    to: choice({ label: '改为', english: 'Becomes', options: lotStates, required: true, initial: 'frozen' }),
    reason: text({ label: '原因', help: '冻结、召回时必填' }),
  },
  help: '冻结和召回的批次不能销售、领用；可调拨、退货、报损。召回后打开“召回清单”逐户联系。',
})
