import { defineCall } from '../../../kernel/definition/call.ts'
import { longText } from '../../../kernel/definition/field.ts'

/**
 * 识别扫码: what scanned codes are, each in its place: an item by code, barcode or the barcode of one of its units, a GS1 symbol, an
 * RFID tag, the serial number of a unit. Lines of documents, counts and labels all ask here.
 */
export const identify = defineCall({
  name: 'identify',
  label: '识别扫码',
  right: 'item.read',
  asks: true,
  parameters: {
    codes: longText({ label: '条码', required: true, maxLength: 12_000, help: '一行一个；RFID 一次读到的也这样给' }),
  },
})
