import { defineCall } from '../../../kernel/definition/call.ts'
import { text } from '../../../kernel/definition/field.ts'

/** 帮助检索: chapters of the user guide and articles of the know-how library, by words or pinyin; all of them where nothing is asked. */
export const findHelp = defineCall({
  name: 'findHelp',
  label: '帮助检索',
  english: 'Find help',
  right: 'session',
  asks: true,
  parameters: { query: text({ label: '关键词', english: 'Words', maxLength: 80, help: '词语或拼音首字母' }) },
})

/** 帮助页: one chapter or article as its text, with what leads on from it. */
export const readHelp = defineCall({
  name: 'readHelp',
  label: '帮助页',
  english: 'Read a page of help',
  right: 'session',
  asks: true,
  parameters: { name: text({ label: '页名', english: 'Name of the page', required: true, maxLength: 60 }) },
})
