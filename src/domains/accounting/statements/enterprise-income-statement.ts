import type { StatementLine } from './statement-line.ts'

/**
 * 利润表 会企02表 (财会〔2019〕6号), lines counted from the top. Research that is expensed is shown apart from 管理费用; losses of value
 * are entered with a minus sign. 6901 以前年度损益调整 is no profit of the year and stands in 所有者权益变动表.
 */
export const enterpriseIncomeStatement: readonly StatementLine[] = [
  { line: 1, item: '一、营业收入', formula: '6001+6051', strong: true },
  { line: 2, item: '减：营业成本', formula: '6401+6402' },
  { line: 3, item: '税金及附加', formula: '6403', indent: 1 },
  { line: 4, item: '销售费用', formula: '6601', indent: 1 },
  { line: 5, item: '管理费用', formula: '6602-660203', indent: 1 },
  { line: 6, item: '研发费用', formula: '660203', indent: 1 },
  { line: 7, item: '财务费用', formula: '6603', indent: 1 },
  { line: 8, item: '其中：利息费用', formula: '660301', indent: 2 },
  { line: 9, item: '利息收入', formula: '-660305', indent: 2 },
  { line: 10, item: '加：其他收益', formula: '6117' },
  { line: 11, item: '投资收益（损失以“-”号填列）', formula: '6111', indent: 1 },
  { line: 12, item: '其中：对联营企业和合营企业的投资收益', formula: '', indent: 2 },
  { line: 13, item: '以摊余成本计量的金融资产终止确认收益（损失以“-”号填列）', formula: '', indent: 2 },
  { line: 14, item: '净敞口套期收益（损失以“-”号填列）', formula: '', indent: 1 },
  { line: 15, item: '公允价值变动收益（损失以“-”号填列）', formula: '6101', indent: 1 },
  { line: 16, item: '信用减值损失（损失以“-”号填列）', formula: '-6702', indent: 1 },
  { line: 17, item: '资产减值损失（损失以“-”号填列）', formula: '-6701', indent: 1 },
  { line: 18, item: '资产处置收益（损失以“-”号填列）', formula: '6115', indent: 1 },
  {
    line: 19,
    item: '二、营业利润（亏损以“-”号填列）',
    formula: 'L1-L2-L3-L4-L5-L6-L7+L10+L11+L14+L15+L16+L17+L18',
    strong: true,
  },
  { line: 20, item: '加：营业外收入', formula: '6301' },
  { line: 21, item: '减：营业外支出', formula: '6711' },
  { line: 22, item: '三、利润总额（亏损总额以“-”号填列）', formula: 'L19+L20-L21', strong: true },
  { line: 23, item: '减：所得税费用', formula: '6801' },
  { line: 24, item: '四、净利润（净亏损以“-”号填列）', formula: 'L22-L23', strong: true },
  { line: 25, item: '（一）持续经营净利润（净亏损以“-”号填列）', formula: 'L24-L26', indent: 1 },
  { line: 26, item: '（二）终止经营净利润（净亏损以“-”号填列）', formula: '', indent: 1 },
  { line: 27, item: '五、其他综合收益的税后净额', formula: '4003', strong: true },
  { line: 28, item: '（一）不能重分类进损益的其他综合收益', formula: '', indent: 1 },
  { line: 29, item: '（二）将重分类进损益的其他综合收益', formula: '', indent: 1 },
  { line: 30, item: '六、综合收益总额', formula: 'L24+L27', strong: true },
  { line: 31, item: '七、每股收益：', formula: '', strong: true },
  { line: 32, item: '（一）基本每股收益', formula: '', indent: 1 },
  { line: 33, item: '（二）稀释每股收益', formula: '', indent: 1 },
]
