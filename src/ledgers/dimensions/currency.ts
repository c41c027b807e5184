import { defineEntity } from '../../kernel/definition/define.ts'
import { date, decimal, text } from '../../kernel/definition/field.ts'
import { lineTable } from '../../kernel/definition/record.ts'

/** 币种: a foreign currency, its code as the banks write it (USD), with what one of it was worth on which day. */
export const currency = defineEntity({
  name: 'currency',
  label: '币种',
  fields: {},
  tables: {
    rates: lineTable({
      label: '汇率',
      fields: {
        date: date({ label: '日期', required: true }),
        rate: decimal({ label: '汇率', english: 'Exchange rate', scale: 8, required: true, help: '1 外币折合本位币' }),
        origin: text({ label: '来源', maxLength: 40, help: '中间价、导入、银行等；手工录入可不填' }),
      },
    }),
  },
})
