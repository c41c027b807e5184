import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, decimal, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { partyItemKinds } from '../../../ledgers/party/party.ts'

/** 期末调汇: money and what is owed in foreign currency, at the rate of the period's last day. */
export const exchangeRevaluation = defineDocument({
  name: 'exchangeRevaluation',
  label: '期末调汇',
  numbering: 'QMTH-{yyyyMM}-{seq:2}',
  header: { period: text({ label: '期间', required: true, maxLength: 7 }) },
  tables: {
    lines: lineTable({
      label: '调整明细',
      fields: {
        account: ref(account, { label: '会计科目', required: true }),
        cashAccount: ref(cashAccount, { label: '资金账户' }),
        party: ref(party, { label: '往来单位' }),
        kind: choice({ label: '款项', options: partyItemKinds }),
        openItem: ref({ name: 'partyEntry', label: '未清项' }, { label: '未清项', english: 'Open item' }),
        currency: text({ label: '币种', maxLength: 3, required: true }),
        currencyAmount: money({ label: '原币余额', english: 'Balance in currency', required: true }),
        rate: decimal({ label: '期末汇率', english: 'Closing rate', scale: 8, required: true }),
        bookAmount: money({ label: '调整前本位币', english: 'Book amount before', required: true }),
        difference: money({ label: '汇兑差额', english: 'Difference', required: true }),
      },
      atLeast: 1,
    }),
  },
  list: ['period'],
  totals: ['difference'],
  internal: true,
})
