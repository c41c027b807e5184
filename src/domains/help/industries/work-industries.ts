import { everydayExpenses, everydayRoles, tradingModules } from './industry.ts'
import type { Industry } from './industry.ts'

/** Those who make things, carry out projects or serve. */
export const workIndustries: readonly Industry[] = [
  {
    name: 'manufacturing',
    label: '工贸制造',
    english: 'Manufacturing',
    about: '原料进、成品出，组装与委外，算得清一件多少钱',
    settings: { costMethod: 'monthlyAverage', negativeStock: 'forbid', receivableBasis: 'delivery' },
    modules: [...tradingModules, 'planning', 'assets', 'production', 'manufacturing', 'quality'],
    roles: [...everydayRoles, 'production', 'personnel'],
    numbering: { purchaseOrder: 'CL-{yyyyMM}-{seq:4}' },
    accounts: [
      ['周转材料', '01', '包装物'],
      ['周转材料', '02', '低值易耗品'],
    ],
    units: [
      ['T', '吨', 3],
      ['SHEET', '张', 0],
      ['ROLL', '卷', 0],
    ],
    categories: [
      ['YCL', '原材料', '原材料'],
      ['BCP', '半成品'],
      ['CP', '产成品'],
    ],
    cashAccounts: [],
    expenses: everydayExpenses,
    fields: {
      item: [
        {
          part: 'header',
          name: 'x_drawing',
          label: '图号',
          english: 'Drawing',
          kind: 'text',
          listed: true,
          findable: true,
        },
        { part: 'header', name: 'x_material', label: '材质', english: 'Material', kind: 'text', listed: true },
      ],
    },
    items: [
      ['M001', '冷轧板 1.0mm', '张', 'YCL', '86', '0', 200],
      ['M002', '不锈钢螺丝 M4', '包', 'YCL', '12', '0', 500],
      ['M101', '机箱外壳', '个', 'BCP', '64', '0', 30],
      ['M201', '控制箱 A 型', '台', 'CP', '320', '560', 12],
    ],
    customers: ['华东设备集成', '北方电气'],
    suppliers: ['金属材料市场', '标准件商行'],
  },
  {
    name: 'project',
    label: '工程项目',
    english: 'Projects',
    about: '按项目归集材料、人工和回款，看每个项目赚多少',
    settings: { costMethod: 'movingAverage', negativeStock: 'forbid', receivableBasis: 'invoice' },
    modules: [...tradingModules, 'customers', 'claims', 'assets', 'projects'],
    roles: [...everydayRoles, 'personnel'],
    numbering: { salesContract: 'GC-{yyyy}-{seq:4}' },
    accounts: [
      ['工程施工', '01', '人工费'],
      ['工程施工', '02', '材料费'],
      ['工程施工', '03', '机械使用费'],
      ['工程施工', '04', '其他直接费'],
    ],
    units: [
      ['CBM', '立方米', 3],
      ['SQM', '平方米', 2],
      ['T', '吨', 3],
    ],
    categories: [
      ['GC', '工程材料'],
      ['SB', '安装设备'],
    ],
    cashAccounts: [['NMG', '农民工工资专户', 'bank']],
    expenses: [...everydayExpenses, ['RG', '项目人工费', '人工费'], ['JX', '机械使用费', '机械使用费']],
    fields: {
      salesContract: [
        { part: 'header', name: 'x_site', label: '施工地点', english: 'Site', kind: 'text', listed: true },
        {
          part: 'header',
          name: 'x_manager',
          label: '项目经理',
          english: 'Project manager',
          kind: 'ref',
          target: 'employee',
        },
      ],
      internalUse: [{ part: 'header', name: 'x_part', label: '施工部位', english: 'Part of the works', kind: 'text' }],
    },
    items: [
      ['G001', '水泥 P.O 42.5', '吨', 'GC', '380', '0', 40],
      ['G002', '电缆 YJV 3×16', '米', 'GC', '46', '0', 800],
      ['G003', '配电柜', '台', 'SB', '5200', '0', 4],
    ],
    customers: ['城建投资公司', '科技园管委会'],
    suppliers: ['建材批发部', '电缆总厂'],
  },
  {
    name: 'service',
    label: '服务',
    english: 'Services',
    about: '卖的是人和时间，库存很少，看合同、开票和报销',
    settings: { costMethod: 'movingAverage', negativeStock: 'forbid', receivableBasis: 'invoice' },
    modules: [
      'sales',
      'purchasing',
      'inventory',
      'money',
      'accounting',
      'invoicing',
      'tax',
      'customers',
      'claims',
      'projects',
    ],
    roles: ['owner', 'accountant', 'cashier', 'seller', 'buyer', 'personnel', 'solo'],
    numbering: { salesOrder: 'FW-{yyyyMM}-{seq:4}' },
    accounts: [['管理费用', '11', '外包服务费']],
    units: [
      ['H', '小时', 2],
      ['DAY', '人天', 2],
      ['TIMES', '次', 0],
    ],
    categories: [
      ['FW', '服务项目'],
      ['HC', '耗材'],
    ],
    cashAccounts: [],
    expenses: [...everydayExpenses, ['WB', '外包服务费', '外包服务费']],
    fields: {
      salesOrder: [
        { part: 'header', name: 'x_until', label: '服务到期日', english: 'Served until', kind: 'date', listed: true },
      ],
    },
    items: [
      ['S001', '维修耗材包', '包', 'HC', '45', '80', 60],
      ['S002', '滤芯', '个', 'HC', '30', '65', 100],
    ],
    customers: ['写字楼物业', '连锁餐饮'],
    suppliers: ['耗材商行'],
  },
]
