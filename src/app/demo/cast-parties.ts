/** Who the demo company buys from and sells to. The people and numbers are made up. */
export interface CastCustomer {
  readonly code: string
  readonly name: string
  readonly short: string
  readonly contact: string
  readonly phone: string
  readonly address: string
  readonly region: string
  readonly level: 'a' | 'b' | 'c'
  readonly paymentDays: number
  readonly creditLimit: string | null
  readonly salesperson: string
  /** How late it pays after the due date, in days: what it does most of the time. */
  readonly lateness: number
}

export interface CastSupplier {
  readonly code: string
  readonly name: string
  readonly short: string
  readonly contact: string
  readonly phone: string
  readonly address: string
  readonly paymentDays: number
  readonly invoiceKind: 'special' | 'ordinary'
  /** The categories of goods that come from it. */
  readonly supplies: readonly string[]
  readonly leadDays: number
}

type Customer = readonly [
  name: string,
  short: string,
  contact: string,
  region: string,
  address: string,
  level: 'a' | 'b' | 'c',
  days: number,
  limit: string | null,
  salesperson: string,
  late: number,
]

const customers: readonly Customer[] = [
  [
    '杭州百联家居有限公司',
    '杭州百联',
    '陈立新',
    '华东',
    '杭州市余杭区良渚街道玉鸟路 88 号 3 号库',
    'a',
    30,
    '600000',
    'E03',
    3,
  ],
  ['上海优厨贸易有限公司', '上海优厨', '沈佳怡', '华东', '上海市闵行区虹梅南路 2588 号', 'a', 30, '500000', 'E03', 0],
  ['苏州悦厨电器有限公司', '苏州悦厨', '顾明', '华东', '苏州市吴中区东吴北路 66 号', 'a', 45, '400000', 'E03', 8],
  ['南京金陵饭店物资采购中心', '金陵饭店', '李文博', '华东', '南京市鼓楼区汉中路 2 号', 'a', 60, '500000', 'E03', 15],
  ['义乌市鸿运日用百货商行', '义乌鸿运', '金小燕', '浙中', '义乌市国际商贸城二区 F3-1186', 'b', 15, '150000', 'E04', 0],
  ['合肥万家厨具批发部', '合肥万家', '吴大军', '华中', '合肥市瑶海区长江东大街 1103 号', 'b', 30, '120000', 'E04', 40],
  ['温州市瓯海佳佳超市', '瓯海佳佳', '林建国', '浙南', '温州市瓯海区新桥街道 218 号', 'c', 15, '60000', 'E04', 10],
  ['青岛海之味餐饮管理有限公司', '海之味', '王海燕', '华北', '青岛市市南区香港中路 40 号', 'b', 30, '200000', 'E05', 5],
  [
    '福州闽江酒店用品有限公司',
    '闽江酒店',
    '郑志强',
    '华南',
    '福州市台江区江滨中大道 378 号',
    'b',
    30,
    '180000',
    'E05',
    20,
  ],
  ['无锡惠山厨卫商行', '惠山厨卫', '钱秀芳', '华东', '无锡市惠山区政和大道 189 号', 'c', 15, '50000', 'E03', 2],
  ['成都锦里日用品有限公司', '成都锦里', '刘洋', '西南', '成都市武侯区高升桥路 9 号', 'b', 45, '200000', 'E05', 12],
  ['嘉兴南湖区好邻居超市', '好邻居', '姚美玲', '浙北', '嘉兴市南湖区中环南路 1588 号', 'c', 15, '50000', 'E04', 0],
  [
    '宁波明州大酒店有限公司',
    '明州大酒店',
    '徐国平',
    '宁波',
    '宁波市鄞州区天童南路 666 号',
    'b',
    30,
    '150000',
    'E03',
    6,
  ],
  [
    '绍兴越城区好味道食堂管理部',
    '好味道食堂',
    '章建良',
    '浙北',
    '绍兴市越城区解放大道 301 号',
    'c',
    30,
    '40000',
    'E04',
    0,
  ],
  [
    '台州椒江家福百货有限公司',
    '家福百货',
    '阮晓东',
    '浙南',
    '台州市椒江区中山西路 120 号',
    'b',
    30,
    '120000',
    'E04',
    25,
  ],
  ['金华婺城厨具城张记', '张记厨具', '张伟民', '浙中', '金华市婺城区宾虹路 888 号', 'c', 7, '30000', 'E04', 0],
  ['武汉江汉厨邦商贸有限公司', '武汉厨邦', '胡军', '华中', '武汉市江汉区汉正街 456 号', 'b', 30, '150000', 'E05', 9],
  ['长沙岳麓家居体验馆', '岳麓家居', '彭丽', '华中', '长沙市岳麓区枫林三路 38 号', 'c', 15, '60000', 'E05', 4],
  [
    '广州天河优品连锁有限公司',
    '天河优品',
    '梁慧仪',
    '华南',
    '广州市天河区体育东路 116 号',
    'a',
    45,
    '400000',
    'E05',
    3,
  ],
  ['深圳前海电子商务有限公司', '前海电商', '黄俊', '华南', '深圳市南山区前湾一路 1 号', 'a', 30, '350000', 'E05', 0],
  [
    '厦门鹭岛餐饮供应链有限公司',
    '鹭岛供应链',
    '陈雅琳',
    '华南',
    '厦门市思明区湖滨南路 258 号',
    'b',
    30,
    '150000',
    'E05',
    18,
  ],
  ['济南泉城百货批发市场李氏', '泉城李氏', '李广财', '华北', '济南市天桥区堤口路 96 号', 'c', 7, '40000', 'E05', 30],
  ['北京朝阳厨之道商贸有限公司', '厨之道', '赵磊', '华北', '北京市朝阳区十里河大街 18 号', 'b', 30, '200000', 'E05', 7],
  ['西安雁塔家宜超市', '家宜超市', '马晓霞', '西北', '西安市雁塔区小寨西路 126 号', 'c', 15, '50000', 'E05', 0],
  ['昆明官渡区云厨经营部', '云厨经营部', '杨春', '西南', '昆明市官渡区昌宏路 36 号', 'c', 15, '40000', 'E05', 5],
  ['常州武进金厨房用品店', '金厨房', '周敏', '华东', '常州市武进区湖塘镇花园街 66 号', 'c', 15, '40000', 'E03', 0],
  ['扬州广陵区淮扬食府', '淮扬食府', '许卫东', '华东', '扬州市广陵区文昌中路 518 号', 'c', 30, '60000', 'E03', 11],
  ['湖州吴兴万达百货有限公司', '吴兴万达', '沈伟', '浙北', '湖州市吴兴区劳动路 298 号', 'b', 30, '100000', 'E04', 2],
  ['慈溪市浒山街道同乐超市', '同乐超市', '岑亚萍', '宁波', '慈溪市浒山街道南城路 119 号', 'c', 7, '30000', 'E04', 0],
  ['余姚市河姆渡农庄', '河姆渡农庄', '鲁国庆', '宁波', '余姚市河姆渡镇芦山寺村', 'c', 15, '20000', 'E04', 75],
  [
    '舟山普陀海鲜大排档协会',
    '普陀大排档',
    '乐海峰',
    '浙东',
    '舟山市普陀区沈家门滨港路 1 号',
    'c',
    15,
    '30000',
    'E04',
    50,
  ],
  ['象山石浦渔港酒店', '石浦渔港', '励志刚', '宁波', '象山县石浦镇金山路 57 号', 'c', 30, '40000', 'E04', 0],
  ['零售散客', '散客', '', '宁波', '', 'c', 0, null, 'E04', 0],
]

type Supplier = readonly [
  name: string,
  short: string,
  contact: string,
  address: string,
  days: number,
  kind: 'special' | 'ordinary',
  supplies: readonly string[],
  lead: number,
]

const suppliers: readonly Supplier[] = [
  ['宁波恒泰不锈钢有限公司', '恒泰不锈钢', '方建军', '宁波市北仑区大碶街道庐山西路 88 号', 30, 'special', ['10'], 7],
  ['浙江永康金鼎炊具有限公司', '永康金鼎', '应国富', '永康市经济开发区金都路 1106 号', 45, 'special', ['10', '80'], 10],
  ['阳江十八子刀剪贸易有限公司', '阳江十八子', '谭志明', '阳江市江城区安宁路 33 号', 30, 'special', ['20'], 12],
  ['浙江哈尔斯杯壶有限公司', '哈尔斯杯壶', '吕晓峰', '永康市哈尔斯路 1 号', 30, 'special', ['30'], 8],
  ['慈溪鼎盛包装制品厂', '鼎盛包装', '胡鼎盛', '慈溪市周巷镇环城北路 55 号', 15, 'special', ['50'], 5],
  ['台州黄岩塑料制品厂', '黄岩塑料', '卢永强', '台州市黄岩区北院大道 12 号', 30, 'special', ['50', '40'], 6],
  ['余姚市硅胶制品有限公司', '余姚硅胶', '毛亚丽', '余姚市朗霞街道朗马路 9 号', 30, 'special', ['40', '80'], 6],
  ['佛山市顺德小家电有限公司', '顺德小家电', '何永基', '佛山市顺德区容桂大道 139 号', 30, 'special', ['60'], 14],
  ['景德镇陶溪陶瓷有限公司', '陶溪陶瓷', '余建华', '景德镇市珠山区新厂西路 150 号', 30, 'special', ['70'], 15],
  ['揭阳市东山五金餐具厂', '东山五金', '林锡波', '揭阳市榕城区东山工业区 8 号', 15, 'special', ['70', '40'], 9],
  ['安吉竹源竹木制品厂', '竹源竹木', '方小红', '湖州市安吉县孝丰镇竹产业园', 15, 'ordinary', ['20'], 7],
  ['淄博耐热玻璃有限公司', '淄博玻璃', '孙立功', '淄博市博山区白塔镇 6 号', 30, 'special', ['30', '50'], 11],
  ['宁波通达货运代理有限公司', '通达货运', '郑海波', '宁波市北仑区霞浦物流园区 3 号', 15, 'special', [], 1],
]

const phoneOf = (index: number, base: number) => `1${base}${String(57400000 + index * 13577).slice(0, 8)}`

export const castCustomers: readonly CastCustomer[] = customers.map(
  ([name, short, contact, region, address, level, paymentDays, creditLimit, salesperson, lateness], index) => ({
    code: `C${String(index + 12).padStart(4, '0')}`,
    name,
    short,
    contact,
    phone: contact === '' ? '' : phoneOf(index, 39),
    region,
    address,
    level,
    paymentDays,
    creditLimit,
    salesperson,
    lateness,
  }),
)

export const castSuppliers: readonly CastSupplier[] = suppliers.map(
  ([name, short, contact, address, paymentDays, invoiceKind, supplies, leadDays], index) => ({
    code: `S${String(index + 1).padStart(4, '0')}`,
    name,
    short,
    contact,
    phone: phoneOf(index, 38),
    address,
    paymentDays,
    invoiceKind,
    supplies,
    leadDays,
  }),
)
