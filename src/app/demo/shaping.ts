import { addDays } from '../../base/calendar-date.ts'
import type { AnyDocument } from '../../kernel/definition/record.ts'
import type { JsonObject } from '../../kernel/documents/draft.ts'
import { installOwnTemplate } from '../../kernel/own/own-template.run.ts'
import { castCustomers } from './cast-parties.ts'
import type { Scene } from './stage.ts'

const kept = ['visit-record', 'contract-register']

/** The company keeps a register of contracts and of visits, from the product's templates. */
export const installTemplates = async ({ work }: Scene): Promise<void> => {
  for (const template of work.installed.templates.filter((one) => kept.includes(one.template)))
    // Nobody is to be asked for approval in a history that plays by itself.
    await installOwnTemplate(work, { ...template, flows: [] })
}

const ownType = ({ work }: Scene, name: string): AnyDocument => {
  const found = work.installed.catalogue.documents.get(name)
  if (found === undefined) throw new Error(`${name} was not installed`)
  return found
}

const visits = (day: Scene['day']): JsonObject[] => {
  const [first, second, third] = castCustomers
  return [
    {
      date: addDays(day, -6),
      x_customer: first?.code ?? '',
      x_way: '上门',
      x_outcome: '待跟进',
      x_talk: '看了新款不锈钢炒锅样品，要求报 200 口的价',
      x_next_on: addDays(day, 3),
      x_next_step: '送样并报价',
    },
    {
      date: addDays(day, -4),
      x_customer: second?.code ?? '',
      x_way: '电话',
      x_outcome: '有意向',
      x_talk: '门店春节备货，问砂锅的交期',
      x_next_on: addDays(day, 1),
    },
    {
      date: addDays(day, -1),
      x_customer: third?.code ?? '',
      x_way: '微信',
      x_outcome: '已成交',
      x_talk: '按上次价格续订一批保温壶',
    },
  ]
}

/** A few visits, and a contract with its instalments. */
export const writeOwnRecords = async (scene: Scene): Promise<void> => {
  const { day } = scene
  for (const visit of visits(day))
    await scene.post('林知远', ownType(scene, 'xVisit'), { ...visit, x_visitor: 'E03', x_contact: '采购部' })
  await scene.write('林知远', ownType(scene, 'xContract'), {
    date: addDays(day, -3),
    x_title: '厨具年度供货合同',
    x_contract_no: 'QC-GH-01',
    x_party: castCustomers[0]?.code ?? '',
    x_kind: '销售',
    x_owner: 'E03',
    x_signed_on: addDays(day, -3),
    x_from: addDays(day, -3),
    x_until: addDays(day, 362),
    x_amount: '360000',
    lines: [
      { x_stage: '预付款', x_due: addDays(day, 4), x_share: '30', x_amount: '108000' },
      { x_stage: '半年结算', x_due: addDays(day, 180), x_share: '40', x_amount: '144000' },
    ],
  })
}
