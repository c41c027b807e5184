import type { PhraseBook } from '../../kernel/definition/phrases.ts'

/** English for the sentences that production writes: rows of reports, the close, summaries of vouchers. */
export const productionPhrases: PhraseBook = [
  ['待分配人工等', 'Labour and others, to be shared out'],
  ['总账　生产成本余额', 'General ledger: balance of work in progress'],
  ['完工转出', 'Finished'],
  ['完工', 'Done'],
  ['在产', 'In progress'],
  ['{} 张', '{} orders'],
  ['直接材料', 'Direct material'],
  ['直接人工', 'Direct labour'],
  ['制造费用', 'Overhead'],
  ['成本结转', 'Settle production cost'],
  ['有人工或制造费用尚未分配，结账时将自动分配', 'labour or overhead is not shared out yet; the close does it'],
  [
    '{} 笔人工或制造费用没有可分配的工时、产量，留在账上',
    '{} amounts of labour or overhead have no hours or quantity to go by, and stay',
  ],
  [
    '{} 张任务单的完工成本待结转，结账时将自动结转',
    'the finished cost of {} work orders is not settled yet; the close does it',
  ],
  ['{}　没有生效的物料清单', '{}: no bill of materials is in force'],
  ['{} 末：任务单合计 {}，总账 {}', 'end of {}: orders {}, general ledger {}'],
  ['在产品成本 = 总账生产成本', 'Work in progress = its account in the general ledger'],
]
