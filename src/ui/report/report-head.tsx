import { Button } from '../control/button.tsx'
import { Menu } from '../control/menu.tsx'
import { t } from '../language.ts'
import './report.css'

/** What a report can be saved as: its name for the server, what people call it, and the ending of the file. */
export type ExportFormat = { readonly key: string; readonly label: string; readonly extension: string }

const tableFormats = ['xlsx', 'csv', 'pdf'] as const

export function ExportMenu({
  onExport,
  more = [],
  busy,
}: {
  onExport: (format: ExportFormat) => void
  /** Layouts of other programs, after the usual ones. */
  more?: readonly ExportFormat[]
  busy?: boolean
}): React.JSX.Element {
  const usual = tableFormats.map((key) => ({ key, label: t(`report.${key}`), extension: key }))
  return (
    <Menu
      align="end"
      label={t('report.export')}
      items={[...usual, ...more].map((format) => ({
        key: format.key,
        label: format.label,
        onSelect: () => onExport(format),
      }))}
    >
      {(trigger) => (
        <Button icon="download" busy={busy} {...trigger}>
          {t('report.export')}
        </Button>
      )}
    </Menu>
  )
}

export type ReportHeadProps = {
  title: string
  /** 截至 2026-01-15 10:46 移动平均 */
  note?: string
  /** What else one does with it, before its own steps. */
  tools?: React.ReactNode
  onShare?: () => void
  onSchedule?: () => void
  onPrint?: () => void
  onExport?: (format: ExportFormat) => void
  exportFormats?: readonly ExportFormat[]
  exporting?: boolean
  /** Controls beside the title, such as 月报 季报 年报. */
  children?: React.ReactNode
}

export function ReportHead(props: ReportHeadProps): React.JSX.Element {
  return (
    <header className="page-head">
      <h1>{props.title}</h1>
      {props.children}
      {props.note ? <span className="faint small clip">{props.note}</span> : null}
      <div className="page-actions">
        {props.tools}
        {props.onShare ? (
          <Button look="text" icon="share" onClick={props.onShare}>
            {t('report.share')}
          </Button>
        ) : null}
        {props.onSchedule ? (
          <Button look="text" icon="mail" onClick={props.onSchedule}>
            {t('report.schedule')}
          </Button>
        ) : null}
        {props.tools || props.onShare || props.onSchedule ? <span className="rule-v" /> : null}
        {props.onPrint ? (
          <Button icon="printer" onClick={props.onPrint}>
            {t('report.print')}
          </Button>
        ) : null}
        {props.onExport ? (
          <ExportMenu onExport={props.onExport} more={props.exportFormats} busy={props.exporting} />
        ) : null}
      </div>
    </header>
  )
}

/** The bar under a report: how the figures agree, and what the mouse can do. */
export function ReportFoot({
  children,
  end,
}: {
  children?: React.ReactNode
  end?: React.ReactNode
}): React.JSX.Element {
  return (
    <footer className="report-foot">
      {children}
      <span className="report-foot-end">{end}</span>
    </footer>
  )
}
