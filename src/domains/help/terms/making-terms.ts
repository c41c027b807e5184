import type { TermBook } from '../../../kernel/definition/phrases.ts'

/** What the words of production and of its cost mean. */
export const makingTerms: TermBook = [
  ['产品', '要生产的商品，须有物料清单', 'What is made; it needs a bill of materials'],
  [
    '生效日期',
    '从这一天起的任务单用新版本，以前的不变',
    'Orders from this day on use the new version, earlier ones stay',
  ],
  ['新版本', '变更后的物料清单版本号，不能与已有的相同', 'The version the change makes; not one there is already'],
  ['变更', '新增、替换、改用量或删除一种物料', 'Add, replace, change or remove a component'],
  ['物料', '生产中要用掉的原料、零件或半成品', 'Material, part or semi-finished goods used up in making'],
  ['生产数量', '计划做多少，按它算应领的物料', 'How much is planned; materials are reckoned from it'],
  [
    '生产车间',
    '在哪里做；它定人工和制造费用怎样归集、分配',
    'Where it is made; says how labour and overhead are shared out',
  ],
  ['种类', '主产品，或随它产出的联产品、副产品', 'The main product, or a co-product or by-product made with it'],
  ['合格数量', '检验合格、可以入库的数量，不含报废', 'What passed and goes into stock, without scrap'],
  [
    '在产品数量',
    '月末还没做完的数量，用来算约当产量',
    'What is unfinished at the end of the month, for equivalent units',
  ],
  ['成本项目', '直接材料、直接人工或制造费用', 'Direct material, direct labour or overhead'],
  ['分配金额', '这张任务单分到的费用', 'What this order bears of the cost'],
  ['调整金额', '入库时按计划成本记的数与实际成本的差', 'What actual cost differs from the planned cost it came in at'],
]
