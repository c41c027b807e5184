import type { DocumentAction } from '../../../ui/document/document-bar.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { paperChoices, type Paper } from './open-paper.ts'
import type { DocumentReport } from './document-reports.ts'
import type { Conversion } from './document-answer.ts'

/** What can be done on the page, and what happens then. */
export type Doings = {
  readonly save: () => void
  readonly submit: () => void
  readonly post: () => void
  readonly postAndNew: () => void
  readonly act: (action: 'reopen' | 'approve' | 'withdraw') => void
  readonly ask: (question: 'unpost' | 'reverse' | 'void' | 'close' | 'delete' | 'reject') => void
  readonly amend: () => void
  readonly confirmAmend: () => void
  readonly leaveAmend: () => void
  readonly push: (conversion: Conversion) => void
  readonly copy: () => void
  /** On the paper given, or on the one used last. */
  readonly print: (paper?: Paper) => void
  /** By a template and printer that are chosen. */
  readonly printBy: () => void
  readonly files: () => void
  readonly vouchers: () => void
  readonly history: () => void
  readonly columns: () => void
  readonly create: () => void
  readonly open: (path: string) => void
}

export type ActionsAsked = {
  readonly address: string
  readonly isNew: boolean
  readonly amending: boolean
  /** What the answer allows; of a new document, what the person may do with one. */
  readonly may: ReadonlySet<string>
  readonly convert: readonly Conversion[]
  readonly attachments: number
  readonly posted: boolean
  readonly hasSeldom: boolean
  /** Reports about this document. */
  readonly reports: readonly DocumentReport[]
  /** Which step is under way. */
  readonly busy: string | null
}

const name = (conversion: Conversion): string => (currentLanguage() === 'en' ? conversion.english : conversion.label)

function tools(asked: ActionsAsked, doings: Doings): DocumentAction[] {
  if (asked.isNew || asked.amending) return []
  const files = asked.attachments > 0 ? String(asked.attachments) : ''
  return [
    { key: 'copy', label: t('document.copy'), place: 'tool', onSelect: doings.copy },
    ...(asked.posted
      ? [{ key: 'vouchers', label: t('document.vouchers'), place: 'tool' as const, onSelect: doings.vouchers }]
      : []),
    {
      key: 'files',
      label: files === '' ? t('document.attachments') : files,
      place: 'tool',
      icon: 'paperclip',
      onSelect: doings.files,
    },
    {
      key: 'print',
      label: t('document.print'),
      place: 'tool',
      icon: 'printer',
      onSelect: () => doings.print(),
      variants: [
        ...paperChoices(asked.address).map(({ paper, label }) => ({
          key: paper,
          label,
          onSelect: () => doings.print(paper),
        })),
        { key: 'choose', label: t('paper.choose'), onSelect: doings.printBy },
      ],
    },
  ]
}

function further(asked: ActionsAsked, doings: Doings): DocumentAction[] {
  const { may } = asked
  const one = (
    key: string,
    label: string,
    onSelect: () => void,
    more: Partial<DocumentAction> = {},
  ): DocumentAction[] => [{ key, label, place: 'more', onSelect, ...more }]
  return [
    ...asked.reports.flatMap(({ key, label, path }) => one(key, label, () => doings.open(path))),
    ...(asked.hasSeldom ? one('columns', t('document.columns'), doings.columns) : []),
    ...(asked.isNew ? [] : one('history', t('document.history'), doings.history)),
    ...(asked.isNew ? [] : one('new', t('document.newOne'), doings.create)),
    ...(may.has('amend') ? one('amend', t('document.amend'), doings.amend, { divided: true }) : []),
    ...(may.has('close') ? one('close', t('document.closeIt'), () => doings.ask('close')) : []),
    ...(may.has('void')
      ? one('void', t('document.void'), () => doings.ask('void'), { danger: true, divided: true })
      : []),
    ...(may.has('delete') ? one('delete', t('document.delete'), () => doings.ask('delete'), { danger: true }) : []),
  ]
}

/** The step that comes next is primary; what undoes is outlined in red and never beside it. */
function steps(asked: ActionsAsked, doings: Doings): DocumentAction[] {
  const { may, busy, convert } = asked
  const working = busy !== null
  const step = (
    key: string,
    label: string,
    place: 'main' | 'primary',
    onSelect: () => void,
    more: Partial<DocumentAction> = {},
  ): DocumentAction => ({ key, label, place, onSelect, busy: busy === key, disabled: working, ...more })
  const mayPost = may.has('post')
  return [
    ...(may.has('unpost') ? [step('unpost', t('document.unpost'), 'main', () => doings.ask('unpost'))] : []),
    ...(may.has('reverse')
      ? [step('reverse', t('document.reverse'), 'main', () => doings.ask('reverse'), { danger: true })]
      : []),
    ...(may.has('reject') ? [step('reject', t('document.reject'), 'main', () => doings.ask('reject'))] : []),
    ...(may.has('withdraw') && !may.has('post')
      ? [step('withdraw', t('document.withdraw'), 'main', () => doings.act('withdraw'))]
      : []),
    ...(may.has('reopen') ? [step('reopen', t('document.reopen'), 'main', () => doings.act('reopen'))] : []),
    ...(may.has('update')
      ? [step('save', t('document.save'), mayPost ? 'main' : 'primary', doings.save, { keys: 'Ctrl S' })]
      : []),
    ...(may.has('submit') ? [step('submit', t('document.submit'), 'main', doings.submit)] : []),
    ...(may.has('approve') ? [step('approve', t('document.approve'), 'primary', () => doings.act('approve'))] : []),
    ...(mayPost
      ? [
          step('post', t('document.post'), 'primary', doings.post, {
            keys: 'F9',
            ...(may.has('update')
              ? { variants: [{ key: 'new', label: t('document.postAndNew'), onSelect: doings.postAndNew }] }
              : {}),
          }),
        ]
      : []),
    ...(convert.length > 0 && convert[0] !== undefined ? [pushStep(convert, working, doings)] : []),
  ]
}

function pushStep(convert: readonly Conversion[], working: boolean, doings: Doings): DocumentAction {
  const [first, ...others] = convert
  return {
    key: 'push',
    label: first === undefined ? t('document.push') : name(first),
    place: 'primary',
    disabled: working,
    onSelect: () => first && doings.push(first),
    variants: others.map((one) => ({ key: one.flow, label: name(one), onSelect: () => doings.push(one) })),
  }
}

/** The buttons of a document in its state. */
export function actionsOf(asked: ActionsAsked, doings: Doings): readonly DocumentAction[] {
  if (asked.amending) {
    return [
      ...further({ ...asked, may: new Set() }, doings),
      { key: 'leave', label: t('document.amendCancel'), place: 'main', onSelect: doings.leaveAmend },
      {
        key: 'amend',
        label: t('document.amendDone'),
        place: 'primary',
        busy: asked.busy === 'amend',
        onSelect: doings.confirmAmend,
      },
    ]
  }
  return [...tools(asked, doings), ...further(asked, doings), ...steps(asked, doings)]
}
