import { useMemo } from 'react'
import { useReport } from '../../../ui/api/hooks.ts'
import { FlowMap } from '../../../ui/flow/flow-map.tsx'
import { t } from '../../../ui/language.ts'
import { useNarrow } from '../../../ui/shell/use-narrow.ts'
import { areasOf } from '../catalogue/areas.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { usePageTitle } from '../frame/page.ts'
import type { ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { AreaIndex } from './area-index.tsx'
import { flowPlan } from './flow-plan.ts'

/** 业务导航: all documents as they follow one another, with what is open at each. */
export function FlowPage(): React.JSX.Element {
  usePageTitle(t('flow.title'))
  const session = useSession()
  const catalogue = useCatalogue()
  const phone = useNarrow(768)
  const areas = useMemo(() => areasOf(catalogue, session), [catalogue, session])
  const open = useReport<ReportAnswer>('open-documents', session.may('report.openDocuments') ? {} : null)
  const plan = useMemo(() => flowPlan(catalogue, areas, session, open.data), [catalogue, areas, session, open.data])
  const aside = useMemo(() => {
    const records = areas.find((area) => area.key === 'foundation')?.groups.flatMap((group) => group.links) ?? []
    const reports = areas.filter((area) => area.key !== 'reports' && area.key !== 'settings')
    const settings = areas.find((area) => area.key === 'settings')?.groups.flatMap((group) => group.links) ?? []
    const few = reports.flatMap((area) => {
      const group = area.groups.find((one) => one.key === 'reports')
      return (group?.links ?? []).slice(0, 3)
    })
    return [
      { title: t('flow.reports'), links: few.slice(0, 10) },
      { title: t('menu.records'), links: records.slice(0, 9) },
      { title: t('menu.settings'), links: settings },
    ].filter((group) => group.links.length > 0)
  }, [areas])
  return (
    <>
      <header className="page-head">
        <h1>{t('flow.title')}</h1>
        <span className="faint small">{t('flow.hint')}</span>
      </header>
      {phone ? (
        <AreaIndex
          groups={areas.flatMap((area) =>
            area.groups
              .filter((group) => group.key === 'documents')
              .map((group) => ({ ...group, key: area.key, title: area.label })),
          )}
        />
      ) : (
        <FlowMap label={t('flow.title')} lanes={plan.lanes} nodes={plan.nodes} wires={plan.wires} aside={aside} />
      )}
    </>
  )
}
