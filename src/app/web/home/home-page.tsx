import { useState } from 'react'
import { t } from '../../../ui/language.ts'
import { useNarrow } from '../../../ui/shell/use-narrow.ts'
import { usePageTitle } from '../frame/page.ts'
import { DeskHome } from './desk-home.tsx'
import { PhoneHome } from './phone-home.tsx'
import type { Span } from './span.ts'
import { useCockpit } from './use-cockpit.ts'

/** 经营概览: how the business stands today, each figure with the report behind it. */
export function HomePage(): React.JSX.Element {
  usePageTitle(t('menu.home'))
  const [span, setSpan] = useState<Span>('day')
  const phone = useNarrow(768)
  const cockpit = useCockpit(span)
  return phone ? <PhoneHome cockpit={cockpit} /> : <DeskHome cockpit={cockpit} span={span} onSpan={setSpan} />
}
