/**
 * A value of the 乐企 interface with where it stands and when that was read. [K] marks what no public paper shows and is to be
 * compared with the one that the tax administration gives out when it lets a company in; it is corrected here and nowhere else.
 */
export interface LeqiValue<T> {
  readonly value: T
  readonly source: string
  readonly read: string
}

const read = '2026-11-22'
const clients = '乐企数字开放平台的公开客户端代码'
const from = <const T>(value: T, source: string): LeqiValue<T> => ({ value, source, read })

/** Service codes (服务编码); those of 查验 and of what is known of the taxpayer's own stand beside its basic set. */
export const leqiServices = {
  assignNumbers: from('QDFPPLFM', clients),
  credit: from('CXSXED', clients),
  handIn: from('QDFPSC', clients),
  outcome: from('CXQDFPSCJG', clients),
  askRed: from('QDHZQRDSQ', clients),
  answerRed: from('QDHZQRDQR', clients),
  redsOf: from('CXQDHZQRDLB', clients),
  red: from('CXQDHZQRDMX', clients),
  verify: from('FPCY', '[K] 查验服务，公开客户端未见'),
} as const

/** returncode of an answer that did what was asked. */
export const leqiDone = from('00', '[K] 应答 returncode，公开客户端未列全')

/** clzt of CXQDFPSCJG: what became of an invoice that was handed in; anything else is still waited for. */
export const leqiOutcomes = from({ '01': 'issued', '02': 'refused' } as const, '[K] 应答 clzt，公开客户端未列全')

/** cyjg of FPCY: what the bureau knows of an invoice. */
export const leqiVerdicts = from(
  { '001': 'genuine', '002': 'differs', '003': 'unknown', '004': 'reversed' } as const,
  '[K] 应答 cyjg，公开客户端未见',
)

/** qrlx of QDHZQRDQR: agreed to, denied, withdrawn. */
export const leqiAnswers = from({ agree: 'Y', deny: 'N', withdraw: 'C' } as const, `${clients}；撤销的代码 [K]`)

/** fppz: 数电专票 and 数电普票. */
export const leqiKinds = from({ special: '01', ordinary: '02' } as const, clients)
