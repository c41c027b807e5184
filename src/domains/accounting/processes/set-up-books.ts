import { choice, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 建账: the standard, the lengths of account codes and the first month, before anything is entered. */
export const setUpBooksProcess = defineProcess({
  name: 'setUpBooks',
  label: '建账',
  english: 'Set up the books',
  parameters: {
    standard: choice({
      label: '会计准则',
      english: 'Accounting standard',
      options: { smallBusiness: '小企业会计准则', enterprise: '企业会计准则' },
      required: true,
      initial: 'smallBusiness',
    }),
    accountCodes: text({
      label: '科目编码级次',
      english: 'Lengths of account codes',
      required: true,
      initial: '4-2-2-2',
      maxLength: 12,
    }),
    startMonth: text({
      label: '启用月份',
      english: 'First month',
      maxLength: 7,
      help: '如 2026-01，可从任何一个月开始',
    }),
  },
  help: '按所选准则重新生成会计科目和科目映射；已有凭证或期初余额后不能再改',
})
