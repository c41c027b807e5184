import { goodsIndustries } from './goods-industries.ts'
import type { Industry } from './industry.ts'
import { workIndustries } from './work-industries.ts'

/** The trades that a company may begin in. */
export const industries: readonly Industry[] = [...goodsIndustries, ...workIndustries]

export const industryNamed = (name: string): Industry | undefined => industries.find((one) => one.name === name)
