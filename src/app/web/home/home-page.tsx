import { t } from '../../../ui/language.ts'
import { useNarrow } from '../../../ui/shell/use-narrow.ts'
import { usePageTitle } from '../frame/page.ts'
import { useKept } from '../list/list-state.ts'
import { DeskHome } from './desk-home.tsx'
import { PhoneHome } from './phone-home.tsx'
import { spans, type Span } from './span.ts'
import { useCockpit } from './use-cockpit.ts'

function isSpan(value: unknown): value is Span {
  return spans.some((one) => one === value)
}

/** 经营概览: how the business stands today, each figure with the report behind it. */
export function HomePage(): React.JSX.Element {
  usePageTitle(t('menu.home'))
  const [kept, setSpan] = useKept<Span>('suanpan.home.span', isSpan)
  const phone = useNarrow(768)
  const span = kept ?? 'month'
  const cockpit = useCockpit(phone ? 'day' : span)
  return phone ? <PhoneHome cockpit={cockpit} /> : <DeskHome cockpit={cockpit} span={span} onSpan={setSpan} />
}
