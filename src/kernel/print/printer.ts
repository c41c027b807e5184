import { defineEntity } from '../definition/define.ts'
import { boolean, choice, decimal, text } from '../definition/field.ts'

export const printerLanguages = {
  escp: '针式打印机（ESC/P）',
  escpos: '小票打印机（ESC/POS）',
  zpl: '标签打印机（ZPL）',
  tspl: '标签打印机（TSPL）',
} as const
export type PrinterLanguage = keyof typeof printerLanguages

/**
 * 打印机: a printer that is sent its own commands by the print agent beside it, without a question in between. How far it is off its
 * mark holds for all templates; one may say its own.
 */
export const printer = defineEntity({
  name: 'printer',
  label: '打印机',
  fields: {
    language: choice({
      label: '打印机类型',
      english: 'Printer language',
      options: printerLanguages,
      initial: 'escp',
      required: true,
    }),
    offsetX: decimal({
      label: '横向偏移 mm',
      english: 'Offset across (mm)',
      scale: 2,
      help: '正数往右；套打对不准时调',
    }),
    offsetY: decimal({ label: '纵向偏移 mm', english: 'Offset down (mm)', scale: 2, help: '正数往下' }),
    cut: boolean({ label: '打印后切纸', english: 'Cut the paper', initial: true }),
    drawer: boolean({ label: '打开钱箱', english: 'Open the drawer', initial: false }),
    place: text({ label: '放置地点', english: 'Place' }),
  },
  list: ['language', 'place'],
})
