/** A step of a tour: what it points at, and what it says. */
export type TourStep = { readonly at: string; readonly chinese: string; readonly english: string }

export type Tour = {
  readonly name: string
  readonly chinese: string
  readonly english: string
  readonly steps: readonly TourStep[]
}

const step = (at: string, chinese: string, english: string): TourStep => ({ at, chinese, english })

/** 导览: what there is on each sort of page, told once to whoever opens the first of its sort. */
export const tours: readonly Tour[] = [
  {
    name: 'home',
    chinese: '经营概览',
    english: 'the overview',
    steps: [
      step(
        '.sidebar, .phone-bar',
        '这里是各个业务区，点开有它的单据、报表和资料。',
        'The areas of the business, each with its documents, reports and records.',
      ),
      step(
        '.top-search, .phone-tools',
        '要找什么，按 Ctrl K：单号、商品、客户、拼音首字母都行。',
        'Ctrl K finds anything: numbers, items, customers, pinyin initials.',
      ),
      step(
        '.figures, .phone-hero',
        '今天的数字。点一个数，就到它背后的报表。',
        'Today’s figures; each leads to the report behind it.',
      ),
      step(
        '.panel-row .panel:last-child, .phone-home section:last-child',
        '等您处理的单据和审批排在这里。',
        'Documents and approvals that wait for you.',
      ),
      step(
        '.top-end, .phone-tools',
        '消息、帮助、深浅色和您自己的设置。导览可以在帮助里再看。',
        'Messages, help, light and dark, your own settings. The help shows this again.',
      ),
    ],
  },
  {
    name: 'list',
    chinese: '列表',
    english: 'lists',
    steps: [
      step(
        '.page-head',
        '这里新增；旁边是常用查询，可以存自己的视图。',
        'New ones begin here; beside it are queries, and you can keep your own.',
      ),
      step(
        '.filter-bar',
        '搜索和筛选。编号、名称、拼音首字母都能搜。',
        'Search and filters; numbers, names and pinyin initials.',
      ),
      step(
        '.data-table, .card-rows, .table-empty',
        '点一行打开；点表头排序；勾选几行可以一起审核、打印、导出。',
        'A row opens by a click, a head sorts; checked rows are posted, printed or exported together.',
      ),
    ],
  },
  {
    name: 'document',
    chinese: '单据',
    english: 'documents',
    steps: [
      step(
        '.field-grid-header, .field-grid',
        '先填表头。带 * 的必填；不明白哪一栏，按 F1。',
        'The head comes first; * is required. F1 says what a field is.',
      ),
      step(
        '.lines-grid, .lines, .line-cards',
        '再填明细：输入编码、名称或拼音首字母选商品，回车到下一格，可以从 Excel 整块粘贴、扫码。',
        'Then the lines: find items by code, name or pinyin, Enter goes on; paste from Excel or scan.',
      ),
      step(
        '.document-rail, .rail',
        '旁边看得到库存、最近成交价和客户的信用。',
        'Stock, last prices and the customer’s credit, at hand.',
      ),
      step(
        '.document-bar, .page-head',
        '保存是草稿，审核才入账。审核后可以下推下一张、打印、反审核。',
        'Saving keeps a draft; posting writes the books. Then carry it on, print it, or take it back.',
      ),
    ],
  },
  {
    name: 'report',
    chinese: '报表',
    english: 'reports',
    steps: [
      step(
        '.parameter-bar, .report-parameters, .page-head',
        '上面选条件，下次打开还在。',
        'Choose parameters above; they are remembered.',
      ),
      step(
        '.report-table, .report-body, .statement',
        '每个数都能点下去，一直到那张单据。',
        'Every figure opens what is behind it, down to the document.',
      ),
      step(
        '.page-actions, .page-head',
        '可以导出 Excel、打印，或按时发到邮箱。',
        'Export to Excel, print it, or have it sent.',
      ),
    ],
  },
  {
    name: 'books',
    chinese: '月末结账',
    english: 'the month-end close',
    steps: [
      step(
        '.page-head',
        '选月份。结账按顺序检查，哪一步没过就写明缺什么。',
        'Choose the month; checks run in order and say what is missing.',
      ),
      step(
        '.books-checks, .page-scroll',
        '点右边的链接去处理，处理完回来重新检查。',
        'The links lead to what is to be done; then check again.',
      ),
    ],
  },
]

const places: readonly (readonly [start: string, tour: string])[] = [
  ['/list/', 'list'],
  ['/new/', 'document'],
  ['/doc/', 'document'],
  ['/report/', 'report'],
  ['/close', 'books'],
]

/** The tour of the sort of page at an address. */
export function tourOf(path: string): Tour | undefined {
  const name = path === '/' ? 'home' : places.find(([start]) => path.startsWith(start))?.[1]
  return tours.find((tour) => tour.name === name)
}
