import { defineCall } from '../definition/call.ts'
import { json } from '../definition/field.ts'

/** 功能模块: the areas of the product, and which of them the company uses. */
export const modules = defineCall({
  name: 'modules',
  label: '功能模块',
  english: 'Modules',
  right: 'company.read',
  asks: true,
  parameters: {},
})

/** 启停功能模块: which areas the company does not use. Nothing that was written is lost by it. */
export const switchModules = defineCall({
  name: 'switchModules',
  label: '启停功能模块',
  english: 'Switch modules',
  right: 'company.update',
  parameters: { off: json({ label: '停用的模块', english: 'Modules off', required: true }) },
})
