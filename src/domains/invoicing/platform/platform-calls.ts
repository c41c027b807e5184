import { defineCall } from '../../../kernel/definition/call.ts'
import { boolean, choice, text } from '../../../kernel/definition/field.ts'

/** 开票通道: how the company reaches the tax bureau, and what is left of its credit there. */
export const invoicePlatformCall = defineCall({
  name: 'invoicePlatform',
  label: '开票通道',
  english: 'Way to the tax bureau',
  right: 'invoicePlatform.read',
  asks: true,
  parameters: {},
})

/** Keeps how the company reaches the tax bureau. */
export const saveInvoicePlatform = defineCall({
  name: 'saveInvoicePlatform',
  label: '保存开票通道',
  english: 'Save the way to the tax bureau',
  right: 'invoicePlatform.update',
  parameters: {
    kind: choice({
      label: '通道',
      english: 'Way',
      options: { local: '模拟税局（试用）', leqi: '乐企' },
      required: true,
    }),
    url: text({ label: '地址', english: 'Address', maxLength: 300 }),
    platform: text({ label: '接入单位平台编号', english: 'Platform number', maxLength: 60 }),
    user: text({ label: '使用单位平台编号', english: 'User number', maxLength: 60 }),
    ability: text({ label: '能力编码', english: 'Ability', maxLength: 60 }),
    useCase: text({ label: '用例编码', english: 'Use case', maxLength: 60 }),
    key: text({ label: '密钥', english: 'Key', maxLength: 64, help: '32 位十六进制；空则不改' }),
    isSandbox: boolean({ label: '沙箱', english: 'Sandbox' }),
  },
})
