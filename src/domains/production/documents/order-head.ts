import { ref, text } from '../../../kernel/definition/field.ts'

/** Which work order a document of production belongs to: by number, as people and scanners give it. */
export const orderHead = {
  workOrder: text({
    label: '生产任务单',
    english: 'Work order',
    required: true,
    searched: true,
    indexed: true,
    maxLength: 60,
    help: '任务单号；可扫描任务单上的条码',
  }),
  workOrderId: ref(
    { name: 'document', label: '单据' },
    { label: '任务单', unchecked: true, hidden: true, computed: true, proposed: true, indexed: true },
  ),
} as const
