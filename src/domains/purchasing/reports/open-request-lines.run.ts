import { isUuid } from '../../../base/id.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { requestOrigins } from '../documents/request-line.ts'
import { purchaseRequest } from '../documents/purchase-request.ts'
import { readRequestLines } from '../processes/read-request-lines.ts'
import { openRequestLines } from './open-request-lines.ts'

const labels = new Map<string, string>(Object.entries(requestOrigins))

export const runOpenRequestLines = defineReportRun(openRequestLines, async (parameters, work) => {
  const rows = await readRequestLines(work, {
    requests: parameters.requests ? parameters.requests.split(',').filter(isUuid) : null,
    lines: null,
    department: parameters.department ?? null,
    neededBy: parameters.neededBy ?? null,
  })
  return {
    rows: rows.map((row) => ({
      line: row.line,
      number: row.number,
      documentType: purchaseRequest.name,
      documentId: row.document,
      department: row.departmentName,
      requester: row.requesterName,
      neededOn: row.neededOn,
      itemId: row.item,
      itemName: row.itemName,
      unit: row.unitName,
      supplierId: row.supplier,
      ratio: row.ratio.toString(),
      asked: row.asked.div(row.ratio).toDecimalPlaces(6).toString(),
      open: row.open.div(row.ratio).toDecimalPlaces(6).toString(),
      openBase: row.open.toString(),
      origin: labels.get(row.origin ?? '') ?? null,
      originNumber: row.originNumber,
    })),
  }
})
