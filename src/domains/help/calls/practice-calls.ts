import { defineCall } from '../../../kernel/definition/call.ts'
import { text } from '../../../kernel/definition/field.ts'

const made = text({
  label: '新公司',
  english: 'New company',
  required: true,
  maxLength: 40,
  help: '刚建的空公司的标识',
})
const industry = text({ label: '行业', english: 'Trade', maxLength: 40, help: '空为商贸批发' })

/** 开设练习公司: an empty company becomes one to practise in, with samples, for everyone of this one. */
export const openPractice = defineCall({
  name: 'openPractice',
  label: '开设练习公司',
  english: 'Open a practice company',
  right: 'company.create',
  parameters: { made, industry },
})

/** 开始试用: an empty company becomes a trial of fifteen days, with everything switched on and samples. */
export const beginTrial = defineCall({
  name: 'beginTrial',
  label: '开始试用',
  english: 'Begin a trial',
  right: 'company.create',
  parameters: { made, industry },
})

/** 试用转正式: the trial goes on as a company in earnest, with all that was entered. */
export const keepTrial = defineCall({
  name: 'keepTrial',
  label: '试用转正式',
  english: 'Keep the trial',
  right: 'company.update',
  parameters: {},
})

/** 重新开始: an empty company of the same trade takes the trial’s place, which stays to be looked up. */
export const beginAnew = defineCall({
  name: 'beginAnew',
  label: '不带数据重新开始',
  english: 'Begin anew',
  right: 'company.create',
  parameters: { made },
})

/** 公司用途: practice or trial, how long yet, and whose advice there is. */
export const companyUse = defineCall({
  name: 'companyUse',
  label: '公司用途',
  english: 'What the company is for',
  right: 'session',
  asks: true,
  parameters: {},
})

/** 练习进度: one's own lessons, and for the administrator everyone's. */
export const practiceProgress = defineCall({
  name: 'practiceProgress',
  label: '练习进度',
  english: 'Progress of practice',
  right: 'session',
  asks: true,
  parameters: {},
})
