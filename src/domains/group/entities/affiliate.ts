import { defineEntity } from '../../../kernel/definition/define.ts'
import { boolean, ref, text } from '../../../kernel/definition/field.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 内部单位: a party that is another company on this server. Each side says so for itself, and so agrees to it. */
export const affiliate = defineEntity({
  name: 'affiliate',
  label: '内部单位',
  english: 'Sister company',
  fields: {
    party: ref(party, { label: '往来单位', required: true, indexed: true, help: '本公司账上代表对方公司的往来单位' }),
    company: text({
      label: '对方公司编码',
      english: 'Company code',
      required: true,
      maxLength: 60,
      help: '对方在本系统中的公司编码；对方也要在其账套中登记本公司',
    }),
    takesDocuments: boolean({
      label: '接收对方单据',
      english: 'Takes their documents',
      initial: true,
      help: '对方销售出库、开票或下采购订单后，在本公司生成相应的草稿',
    }),
    warehouse: ref(warehouse, { label: '收货仓库', english: 'Receiving warehouse', help: '生成采购入库草稿时的仓库' }),
  },
  list: ['party', 'company', 'takesDocuments', 'warehouse'],
})
