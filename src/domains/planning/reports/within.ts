import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'

/** A whole number within its limits, or a refusal that names the parameter. */
export const within = (name: string, value: number, least: number, most: number): number => {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw invalid('参数有误', 'The parameters are not valid', [
    fieldProblem(name, `应在 ${least} 到 ${most} 之间`, `must be between ${least} and ${most}`),
  ])
}
