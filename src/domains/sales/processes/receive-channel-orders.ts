import { json, ref } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { salesChannel } from '../entities/sales-channel.ts'

/** 接收渠道订单: orders of a channel enter the order pool, each once, priced, reserved and posted. */
export const receiveChannelOrders = defineProcess({
  name: 'receiveChannelOrders',
  label: '接收渠道订单',
  english: 'Receive channel orders',
  parameters: {
    channel: ref(salesChannel, { label: '销售渠道', english: 'Channel', required: true }),
    orders: json({
      label: '订单',
      required: true,
      help: '列表；每单 number 渠道单号、lines（item 编码或条码、quantity、price 可空），可带 customer、date、address、remark',
    }),
  },
  help: '同一渠道单号只接收一次；没有单价的按取价顺序取价；接收后占用库存，渠道设为自动审核的随即审核，需要审批的提交审批',
})
