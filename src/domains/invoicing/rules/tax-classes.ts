/**
 * Short names of classes of 商品和服务税收分类编码 (税务总局 商品和服务税收分类编码表), by the digits that tell them; the longest that
 * fits counts. An item may say another.
 */
const classes: Readonly<Record<string, string>> = {
  '101': '农业产品',
  '103': '食品',
  '10301': '谷物加工品',
  '104': '纺织产品',
  '10402': '服装',
  '105': '木制品',
  '10504': '家具',
  '106': '纸及文教用品',
  '1060105': '纸制品',
  '10604': '文具',
  '1060401': '文具',
  '107': '化工产品',
  '1070101': '汽油',
  '10706': '橡胶制品',
  '10707': '塑料制品',
  '108': '金属制品',
  '1080411': '日用杂品',
  '109': '机械设备',
  '10904': '电气设备',
  '10905': '家用电器',
  '10906': '计算机设备',
  '110': '供电',
  '201': '劳务',
  '301': '运输服务',
  '302': '邮政服务',
  '303': '电信服务',
  '304': '现代服务',
  '30401': '研发和技术服务',
  '30402': '信息技术服务',
  '30404': '物流辅助服务',
  '3040409': '物流辅助服务',
  '30405': '经营租赁',
  '305': '建筑服务',
  '306': '金融服务',
  '307': '生活服务',
  '30704': '餐饮服务',
  '3070401': '餐饮服务',
  '3070402': '住宿服务',
  '401': '无形资产',
  '501': '不动产',
}

/** The short name of a code's class; null where the code is none that is known. */
export const taxClassOf = (code: string | null | undefined): string | null => {
  for (let length = code?.length ?? 0; length >= 3; length -= 1) {
    const found = classes[(code ?? '').slice(0, length)]
    if (found !== undefined) return found
  }
  return null
}
