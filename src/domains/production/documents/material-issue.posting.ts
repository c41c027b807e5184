import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { materialIssue, materialReturn } from './material-issue.ts'

type Issue = PostingInput<typeof materialIssue>

interface Materials extends Pick<Issue, 'lines'> {
  readonly header: Pick<Issue['header'], 'warehouse'>
}

function* materialsOut({ header, lines }: Materials) {
  for (const line of lines) {
    yield stock.issue({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: line.warehouse ?? header.warehouse,
      ...trackedOf(line),
      against: 'workInProgress',
    })
  }
}

/** Materials at the cost that the method finds become work in progress. */
export const postMaterialIssue = definePosting(materialIssue, materialsOut)

/** An issue's posting, negated by the kernel: what comes back costs what it left at. */
export const postMaterialReturn = definePosting(materialReturn, materialsOut, { negated: true })
