import { useQuery } from '@tanstack/react-query'
import type { Layout } from '../../../kernel/print/template/layout.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'

type Entry = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly before: { readonly layout?: Layout; readonly header?: { readonly layout?: Layout } } | null
}

type Props = { template: string; onTake: (layout: Layout) => void; onClose: () => void }

/** The layouts that a template had, each as it was before it was changed. */
export function VersionsDialog({ template, onTake, onClose }: Props): React.JSX.Element {
  const history = useQuery({
    queryKey: ['print-versions', template],
    queryFn: ({ signal }) => requestJson<{ rows: readonly Entry[] }>(`print-template/${template}/audit`, { signal }),
  })
  const versions = (history.data?.rows ?? []).flatMap((entry) => {
    const layout = entry.before?.layout ?? entry.before?.header?.layout
    return layout === undefined || layout === null ? [] : [{ ...entry, layout }]
  })
  return (
    <Dialog open title={t('print.versions')} onClose={onClose}>
      {versions.length === 0 ? <p className="muted">{t('print.noVersions')}</p> : null}
      <ol className="pdesign-versions">
        {versions.map((version) => (
          <li key={version.id}>
            <span>{t('print.versionUntil', { at: formatMoment(version.at), by: version.actor })}</span>
            <Button onClick={() => onTake(version.layout)}>{t('print.takeVersion')}</Button>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
