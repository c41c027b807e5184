import type { StatementLine } from './statement-line.ts'

/**
 * 现金流量表 会小企03表 (财会〔2011〕17号 附录), 22 lines, direct method: each is filled from the cash vouchers whose counter accounts name it.
 */
export const smallCashFlow: readonly StatementLine[] = [
  { line: 1, item: '销售产成品、商品、提供劳务收到的现金', formula: '', flow: 'in' },
  { line: 2, item: '收到其他与经营活动有关的现金', formula: '', flow: 'in' },
  { line: 3, item: '购买原材料、商品、接受劳务支付的现金', formula: '', flow: 'out' },
  { line: 4, item: '支付的职工薪酬', formula: '', flow: 'out' },
  { line: 5, item: '支付的税费', formula: '', flow: 'out' },
  { line: 6, item: '支付其他与经营活动有关的现金', formula: '', flow: 'out' },
  { line: 7, item: '经营活动产生的现金流量净额', formula: 'L1+L2-L3-L4-L5-L6', strong: true },
  { line: 8, item: '收回短期投资、长期债券投资和长期股权投资收到的现金', formula: '', flow: 'in' },
  { line: 9, item: '取得投资收益收到的现金', formula: '', flow: 'in' },
  { line: 10, item: '处置固定资产、无形资产和其他非流动资产收回的现金净额', formula: '', flow: 'in' },
  { line: 11, item: '短期投资、长期债券投资和长期股权投资支付的现金', formula: '', flow: 'out' },
  { line: 12, item: '购建固定资产、无形资产和其他非流动资产支付的现金', formula: '', flow: 'out' },
  { line: 13, item: '投资活动产生的现金流量净额', formula: 'L8+L9+L10-L11-L12', strong: true },
  { line: 14, item: '取得借款收到的现金', formula: '', flow: 'in' },
  { line: 15, item: '吸收投资者投资收到的现金', formula: '', flow: 'in' },
  { line: 16, item: '偿还借款本金支付的现金', formula: '', flow: 'out' },
  { line: 17, item: '偿还借款利息支付的现金', formula: '', flow: 'out' },
  { line: 18, item: '分配利润支付的现金', formula: '', flow: 'out' },
  { line: 19, item: '筹资活动产生的现金流量净额', formula: 'L14+L15-L16-L17-L18', strong: true },
  { line: 20, item: '四、现金净增加额', formula: 'L7+L13+L19', strong: true },
  { line: 21, item: '加：期初现金余额', formula: '' },
  { line: 22, item: '五、期末现金余额', formula: 'L20+L21', strong: true },
]
