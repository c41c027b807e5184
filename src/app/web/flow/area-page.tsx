import { useMemo } from 'react'
import { useReport } from '../../../ui/api/hooks.ts'
import { FlowMap } from '../../../ui/flow/flow-map.tsx'
import { t } from '../../../ui/language.ts'
import { useNarrow } from '../../../ui/shell/use-narrow.ts'
import { areasOf, type AreaMenu } from '../catalogue/areas.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { UnknownPage } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import type { ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { AreaIndex } from './area-index.tsx'
import { flowPlan } from './flow-plan.ts'
import './area-page.css'

/** On a phone one place leads to all documents, area by area. */
function allAreas(areas: readonly AreaMenu[]): AreaMenu {
  const groups = areas.flatMap((area) =>
    area.groups
      .filter((group) => group.key === 'documents' || (area.key === 'foundation' && group.key === 'records'))
      .map((group) => ({ ...group, key: area.key, title: area.label })),
  )
  return { key: 'all', label: t('menu.documents'), icon: 'list', path: '/area/all', groups }
}

/** High enough for what stands beside the main documents, however much that is. */
const mapHeight = (sides: readonly number[]): number => Math.max(196, 118 + Math.max(...sides) * 40)

function AreaMap({ area, areas }: { area: AreaMenu; areas: readonly AreaMenu[] }): React.JSX.Element | null {
  const session = useSession()
  const catalogue = useCatalogue()
  const open = useReport<ReportAnswer>('open-documents', session.may('report.openDocuments') ? {} : null)
  const plan = useMemo(() => flowPlan(catalogue, areas, session, open.data), [catalogue, areas, session, open.data])
  const lanes = plan.lanes.filter((lane) => lane.key === area.key)
  const nodes = plan.nodes.filter((node) => node.lane === area.key)
  if (nodes.length === 0) return null
  return (
    <div className="area-map" style={{ height: mapHeight(nodes.map((node) => node.side ?? 0)) }}>
      <FlowMap label={area.label} lanes={lanes} nodes={nodes} wires={plan.wires} />
    </div>
  )
}

/** An area of the business: the map of its documents, and everything in it. */
export function AreaPage({ name }: PageParameters): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const { path } = usePage()
  const phone = useNarrow(768)
  const areas = useMemo(() => areasOf(catalogue, session), [catalogue, session])
  const area = name === 'all' ? allAreas(areas) : areas.find((one) => one.key === name)
  usePageTitle(area?.label)
  if (area === undefined) return <UnknownPage path={path} />
  return (
    <div className="page-scroll">
      <header className="page-head">
        <h1>{area.label}</h1>
      </header>
      {phone ? null : <AreaMap area={area} areas={areas} />}
      <AreaIndex groups={area.groups} />
    </div>
  )
}
