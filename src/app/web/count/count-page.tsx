import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { useNavigate } from '../../../ui/shell/navigation.tsx'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import { useSession } from '../session/session.ts'
import { CompareDialog, comparedWords } from './compare-dialog.tsx'
import { CountKeypad } from './count-keypad.tsx'
import { CountLines } from './count-lines.tsx'
import { CountScan } from './count-scan.tsx'
import { tellVerdict } from './count-sound.ts'
import { binsOf, countOf, linesScanned, sameGoods, typeKey, verdictOf } from './count-state.ts'
import type { CountLine, Goods, Verdict } from './count-state.ts'
import { findItem } from './find-item.ts'
import { OutsideDialog } from './outside-dialog.tsx'
import { useCountSheet } from './use-count-sheet.ts'
import './count.css'

type Shown = 'all' | 'open' | 'done'
type Told = { readonly verdict: Verdict; readonly words: string }

/** Goods that lie in no bin, as a choice beside the bins. */
const looseBin = 'loose'

const voiceKept = 'suanpan.count.voice'

/** 盘点: scan or type what is there. On a phone by thumb and scanner, on a desk by keyboard. */
export function CountPage({ id }: PageParameters): React.JSX.Element {
  const count = decodeURIComponent(id)
  const { sheet, error, pending, record, undo, reload } = useCountSheet(count)
  const session = useSession()
  const page = usePage()
  const navigate = useNavigate()
  usePageTitle(t('count.of', { number: sheet?.number ?? '' }), pending.length > 0)
  const [shown, setShown] = useState<Shown>('all')
  const [mine, setMine] = useState('')
  const [at, setAt] = useState('')
  const [selected, setSelected] = useState<Goods | null>(null)
  const [typed, setTyped] = useState('')
  // Thumbs are faster than a page that is just told of a scan.
  const typing = useRef('')
  const type = (next: string): void => {
    typing.current = next
    setTyped(next)
  }
  const [told, setTold] = useState<Told | null>(null)
  const [outside, setOutside] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const [comparing, setComparing] = useState(false)
  const [voice, setVoice] = useState(() => localStorage.getItem(voiceKept) === 'yes')
  const scan = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (page.active && !comparing && outside === null) scan.current?.focus({ preventScroll: true })
  }, [page.active, comparing, outside])

  const lines = useMemo(() => sheet?.lines ?? [], [sheet])
  const counted = (line: CountLine): boolean => countOf(line, pending) !== null
  const bins = useMemo(() => binsOf(lines), [lines])
  const here = at === '' ? lines : lines.filter((line) => (line.bin ?? looseBin) === at)
  const own = here.filter((line) => mine === '' || line.counter === mine)
  const isShown = (line: CountLine): boolean => shown === 'all' || counted(line) === (shown === 'done')
  const line = lines.find((one) => selected !== null && sameGoods(one, selected))
  const current = line === undefined ? null : countOf(line, pending)
  const done = lines.filter(counted).length

  const tell = (verdict: Verdict, words: string): void => {
    setTold({ verdict, words })
    tellVerdict(verdict, voice)
  }
  const put = (of: CountLine, kind: 'add' | 'set', quantity: string): void => {
    record(of, kind, quantity)
    setSelected(of)
    type('')
    const now = countOf(of, [...pending, { item: of.item, lot: of.lot, bin: of.bin, kind, quantity }]) ?? '0'
    const verdict = verdictOf(of, now)
    tell(verdict, verdict === 'over' ? t('count.overBook', { name: of.name }) : of.name)
  }
  const scanned = async (code: string): Promise<void> => {
    const bin = bins.find((one) => one.code.toLowerCase() === code.trim().toLowerCase())
    if (bin !== undefined) {
      setAt(bin.id)
      tell('right', t('count.atBin', { bin: bin.name }))
      return
    }
    const found = linesScanned(here, code)
    const [only] = found
    if (found.length > 1) {
      // One item in several lots: the lot is tapped, or scanned itself.
      setSelected(only?.line ?? null)
      const isOneBin = found.every((one) => one.line.bin === only?.line.bin)
      tell('wrong', t(isOneBin ? 'count.whichLot' : 'count.whichBin', { name: only?.line.name ?? '' }))
    } else if (only !== undefined) put(only.line, 'add', only.times)
    else {
      const item = await findItem(code)
      if (item === null) tell('wrong', t('count.unknown', { code }))
      else if (sheet?.stage === 'recounting') tell('wrong', t('count.notToRecount', { name: item.name }))
      else {
        tell('wrong', t('count.notOnSheet', { name: item.name }))
        setOutside(item)
      }
    }
  }

  if (error !== null && sheet === undefined) return <PageProblem error={error} onRetry={reload} />
  if (sheet === undefined) return <PageLoading />
  const closed = sheet.stage === 'compared'
  const mayCompare = session.may('stockCount.compare')
  const toDocument = (): void => navigate(`/doc/stock-count/${sheet.id}`)
  return (
    <div className="count">
      <header className="count-head">
        <div className="count-title">
          <b>{sheet.number}</b>
          {sheet.isBlind ? <Tag tone="accent">{t('count.blind')}</Tag> : null}
          {sheet.stage === 'recounting' ? <Tag tone="warning">{t('count.recount')}</Tag> : null}
          <span className="muted small count-scope">{sheet.scope}</span>
          <span className="count-progress" role="status">
            {t('count.progress', { done, lines: lines.length })}
            {pending.length > 0 ? <b className="is-warning"> {t('count.waiting', { count: pending.length })}</b> : null}
          </span>
        </div>
        <div className="count-tools">
          <Segmented
            label={t('count.show')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', label: t('count.all') },
              { value: 'open', label: t('count.open') },
              { value: 'done', label: t('count.done') },
            ]}
          />
          {bins.length > 0 ? (
            <select aria-label={t('count.bin')} value={at} onChange={(event) => setAt(event.target.value)}>
              <option value="">{t('count.everyBin')}</option>
              <option value={looseBin}>{t('count.looseBin')}</option>
              {bins.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          ) : null}
          {sheet.counters.length > 0 ? (
            <select aria-label={t('count.counter')} value={mine} onChange={(event) => setMine(event.target.value)}>
              <option value="">{t('count.everyone')}</option>
              {sheet.counters.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          ) : null}
          <Button
            look="text"
            icon="message"
            title={t('count.voice')}
            aria-label={t('count.voice')}
            pressed={voice}
            onClick={() => {
              setVoice(!voice)
              localStorage.setItem(voiceKept, voice ? 'no' : 'yes')
            }}
          />
          <Button icon="file" onClick={toDocument}>
            {t('count.document')}
          </Button>
          {mayCompare && !closed ? (
            <Button look="primary" disabled={pending.length > 0} onClick={() => setComparing(true)}>
              {t('count.compare')}
            </Button>
          ) : null}
        </div>
      </header>
      <CountLines
        lines={own.filter(isShown)}
        pending={pending}
        selected={selected}
        withBook={!sheet.isBlind}
        onSelect={setSelected}
        onType={(of, quantity) => put(of, 'set', quantity)}
      />
      {closed ? (
        <p className="count-over">{t('count.over')}</p>
      ) : (
        <section className="count-hand">
          <div className={told === null ? 'count-told' : `count-told is-${told.verdict}`} role="status">
            <span>{told?.words ?? line?.name ?? t('count.begin')}</span>
            <b className="num">{typed === '' ? formatDecimalText(current ?? '0', { max: 6 }) : typed}</b>
          </div>
          <CountScan input={scan} onCode={(code) => void scanned(code)} />
          <CountKeypad
            typed={typed}
            disabled={line === undefined}
            onKey={(key) => type(typeKey(typing.current, key))}
            onUndo={() => {
              setTold(null)
              undo()
            }}
            onAdd={() => line !== undefined && put(line, 'add', typing.current === '' ? '1' : typing.current)}
            onSet={() => line !== undefined && typing.current !== '' && put(line, 'set', typing.current)}
          />
        </section>
      )}
      {outside === null ? null : (
        <OutsideDialog
          name={outside.name}
          onClose={() => setOutside(null)}
          onAdd={() => {
            const goods = { item: outside.id, lot: null, bin: at === '' || at === looseBin ? null : at }
            record(goods, 'add', '1')
            setSelected(goods)
            tell('right', outside.name)
            setOutside(null)
          }}
        />
      )}
      {comparing ? (
        <CompareDialog
          count={sheet.id}
          uncounted={lines.filter((one) => !counted(one)).length}
          mayAccept={session.may('stockCount.accept')}
          onClose={() => setComparing(false)}
          onDone={(compared) => {
            setComparing(false)
            showToast('done', comparedWords(compared))
            if (compared.stage === 'compared') toDocument()
            else reload()
          }}
        />
      ) : null}
    </div>
  )
}
