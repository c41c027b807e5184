import { conflict, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { createEntity } from '../../../kernel/documents/entities.ts'
import { defineCheck, defineConsequence, defineGuard } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { readBoms } from '../costing/read-boms.ts'
import { bom } from '../entities/bom.ts'
import { changeBom } from '../rules/change-bom.ts'
import { engineeringChange } from './engineering-change.ts'

/** The change begins with a version that is there, and with what is in it. */
export const checkEngineeringChange = defineCheck(engineeringChange, async (input, work) => {
  const { header, lines } = input
  const before = (await readBoms(work, { items: [header.item], on: header.validFrom })).get(header.item)
  const has = new Set(before?.components.map((part) => part.component))
  const problemOf = (line: (typeof lines)[number], index: number): FieldProblem[] => {
    const at = (field: string) => `lines.${index}.${field}`
    if (line.action === 'add' && has.has(line.component))
      return [fieldProblem(at('component'), '清单里已有此物料，请用“改用量”', 'is there already; change its quantity')]
    if (line.action !== 'add' && !has.has(line.component))
      return [fieldProblem(at('component'), '现行清单里没有此物料', 'is not in the version in force')]
    if (line.action === 'replace' && line.replacement === null)
      return [fieldProblem(at('replacement'), '请填写替换为哪个物料', 'say what replaces it')]
    return (line.action === 'add' || line.action === 'change') && line.quantity?.gt(0) !== true
      ? [fieldProblem(at('quantity'), '请填写大于零的新用量', 'say a quantity above zero')]
      : []
  }
  return [
    ...(before === undefined
      ? [
          fieldProblem(
            'item',
            '该产品在生效日没有物料清单，请先建第一版',
            'has no bill of materials yet; write the first',
          ),
        ]
      : lines.flatMap(problemOf)),
    ...disabledReferences(engineeringChange, input),
  ]
})

/** Posted, the change is the product's next version from its day on; what orders took over stays. */
export const makeNextVersion = defineConsequence(engineeringChange, async ({ header, lines }, work) => {
  const before = (await readBoms(work, { items: [header.item], on: header.validFrom })).get(header.item)
  if (before === undefined) return
  const product = (await loadEntities(work, item, [header.item])).get(header.item)
  await createEntity(work, bom, {
    name: `${product?.name ?? ''} ${header.bomVersion}`.trim(),
    item: header.item,
    bomVersion: header.bomVersion,
    validFrom: header.validFrom,
    quantity: before.quantity.toString(),
    labourHours: before.labourHours.toString(),
    changeNote: `${header.number} ${header.reason}`.slice(0, 200),
    components: changeBom(before.components, lines).map((part) => ({
      component: part.component,
      quantity: part.quantity.toString(),
      unit: part.unit,
      lossPercent: part.lossPercent?.toString() ?? null,
      substitute: part.substitute,
      substituteRatio: part.ratio.toString(),
    })),
    outputs: before.outputs.map((one) => ({
      output: one.output,
      kind: one.kind,
      quantity: one.quantity.toString(),
      costShare: one.costShare?.toString() ?? null,
      unitCost: one.unitCost?.toString() ?? null,
    })),
  })
})

/** A version that is there may be in use: another change follows it. */
export const guardEngineeringChange = defineGuard(engineeringChange, async ({ header }) => {
  throw conflict(
    `变更已生成版本 ${header.bomVersion}，不能撤回；请停用该版本，或再下一张工程变更单`,
    `Version ${header.bomVersion} is there already; disable it, or write another change`,
  )
})
