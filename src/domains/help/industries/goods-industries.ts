import { everydayExpenses, everydayRoles, tradingModules } from './industry.ts'
import type { Industry } from './industry.ts'

/** Those who buy goods and sell them again. */
export const goodsIndustries: readonly Industry[] = [
  {
    name: 'trade',
    label: '商贸批发',
    english: 'Wholesale',
    about: '采购、销售、库存三件事，赊销多，看毛利和账龄',
    settings: {
      costMethod: 'movingAverage',
      negativeStock: 'forbid',
      receivableBasis: 'delivery',
      creditControl: 'warn',
    },
    modules: [...tradingModules, 'customers', 'planning'],
    roles: everydayRoles,
    numbering: { salesOrder: 'PF-{yyyyMM}-{seq:4}' },
    accounts: [['销售费用', '06', '仓储费']],
    units: [
      ['PACK', '包', 0],
      ['PALLET', '托', 0],
    ],
    categories: [
      ['RH', '日用百货'],
      ['SP', '食品饮料'],
    ],
    cashAccounts: [],
    expenses: [...everydayExpenses, ['CC', '仓储费', '仓储费']],
    fields: {
      item: [
        {
          part: 'header',
          name: 'x_pallet',
          label: '每托箱数',
          english: 'Boxes a pallet',
          kind: 'integer',
          listed: true,
        },
      ],
    },
    items: [
      ['P001', '洗衣液 2kg', '瓶', 'RH', '18', '26', 200],
      ['P002', '抽纸 3 层 18 包', '箱', 'RH', '28', '39', 120],
      ['P003', '矿泉水 550ml', '箱', 'SP', '16', '22', 300],
      ['P004', '燕麦片 1kg', '包', 'SP', '21', '32', 80],
    ],
    customers: ['城东便利连锁', '学府路超市', '滨江酒店'],
    suppliers: ['江南日化有限公司', '清源饮品厂'],
  },
  {
    name: 'retail',
    label: '零售门店',
    english: 'Retail',
    about: '前台收银、扫码、会员，当天交班对账',
    settings: {
      costMethod: 'movingAverage',
      negativeStock: 'warn',
      receivableBasis: 'delivery',
      priceIncludesTax: true,
      taxpayer: 'smallScale',
      vatPeriod: 'quarter',
    },
    modules: [...tradingModules, 'retail'],
    roles: ['owner', 'accountant', 'cashier', 'seller', 'storekeeper', 'counter', 'solo'],
    numbering: { salesDelivery: 'MD-{yyyyMMdd}-{seq:4}' },
    accounts: [['销售费用', '06', '店面费用']],
    units: [
      ['BAG', '袋', 0],
      ['CAN', '罐', 0],
    ],
    categories: [
      ['YL', '饮料'],
      ['LS', '零食'],
    ],
    cashAccounts: [
      ['WX', '微信收款', 'other'],
      ['ZFB', '支付宝收款', 'other'],
    ],
    expenses: [...everydayExpenses, ['DM', '店面费用', '店面费用']],
    fields: {
      item: [
        {
          part: 'header',
          name: 'x_season',
          label: '季节',
          english: 'Season',
          kind: 'choice',
          choices: { all: '全年', summer: '夏', winter: '冬' },
          listed: true,
        },
      ],
    },
    items: [
      ['R001', '可乐 330ml', '罐', 'YL', '1.8', '3', 240],
      ['R002', '绿茶 500ml', '瓶', 'YL', '2.4', '4', 180],
      ['R003', '薯片 104g', '袋', 'LS', '5.2', '8.5', 90],
    ],
    customers: ['门店散客', '企业团购'],
    suppliers: ['本地食品配送中心'],
  },
  {
    name: 'ecommerce',
    label: '电商',
    english: 'E-commerce',
    about: '多平台多店铺，单量大，看快递费和平台扣点',
    settings: { costMethod: 'movingAverage', negativeStock: 'warn', receivableBasis: 'delivery', belowFloor: 'warn' },
    modules: [...tradingModules, 'customers', 'banking'],
    roles: everydayRoles,
    numbering: { salesOrder: 'DS-{yyyyMMdd}-{seq:5}' },
    accounts: [
      ['销售费用', '06', '平台佣金'],
      ['销售费用', '07', '快递费'],
    ],
    units: [['PIECE', '件', 0]],
    categories: [
      ['FS', '服饰'],
      ['PJ', '配件'],
    ],
    cashAccounts: [
      ['ZFB', '支付宝', 'other'],
      ['WX', '微信支付', 'other'],
    ],
    expenses: [...everydayExpenses, ['YJ', '平台佣金', '平台佣金'], ['KD', '快递费', '快递费']],
    fields: {
      salesDelivery: [
        { part: 'header', name: 'x_shop', label: '店铺', english: 'Shop', kind: 'text', listed: true, findable: true },
        {
          part: 'header',
          name: 'x_express',
          label: '快递单号',
          english: 'Parcel number',
          kind: 'text',
          findable: true,
        },
      ],
    },
    items: [
      ['E001', '纯棉 T 恤 白 L', '件', 'FS', '22', '59', 150],
      ['E002', '运动短裤 黑 M', '件', 'FS', '31', '79', 90],
      ['E003', '帆布袋', '件', 'PJ', '8', '19', 300],
    ],
    customers: ['天猫旗舰店', '拼多多店', '抖音小店'],
    suppliers: ['常熟针织厂', '义乌箱包行'],
  },
]
