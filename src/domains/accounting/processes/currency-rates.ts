import { date, longText, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 获取汇率: the middle rates of the central bank, from the day after the last one that is known. */
export const fetchRatesProcess = defineProcess({
  name: 'fetchRates',
  label: '获取汇率中间价',
  english: 'Fetch middle rates',
  parameters: {
    from: date({ label: '开始日期', english: 'From', help: '空则从最近一次之后；至多一年' }),
    to: date({ label: '结束日期', english: 'To', help: '空则今天' }),
  },
  help: '从中国外汇交易中心取人民币汇率中间价，写入币种的汇率表；手工录入的汇率不会被覆盖',
})

/** 导入汇率: rates of a file or of a table that is pasted. */
export const importRatesProcess = defineProcess({
  name: 'importRates',
  label: '导入汇率',
  english: 'Import rates',
  parameters: {
    file: text({
      label: '汇率文件',
      english: 'File of rates',
      uploaded: '.xlsx,.xls,.csv,.txt',
      help: 'Excel 或 CSV，列同下；取第一张有内容的表',
    }),
    text: longText({
      label: '汇率表',
      english: 'Rates',
      help: '没有文件时，从 Excel、CSV 复制粘贴：日期、币种、汇率；或中国外汇交易中心的中间价表（日期、USD/CNY、100JPY/CNY…）',
    }),
  },
  help: '写入已有币种的汇率表，同一天的汇率以导入的为准；没有的币种跳过并列出',
})
