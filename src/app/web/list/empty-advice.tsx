import { Button } from '../../../ui/control/button.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useCatalogue, type RecordType } from '../catalogue/catalogue.ts'
import { goTo } from '../frame/navigate.ts'
import { useSession } from '../session/session.ts'
import { mayCreate } from './may-create.ts'

/** What to do where a list has nothing yet: begin one, carry one on from what comes before it, bring them from Excel, read how. */
export function EmptyAdvice({ type, label }: { type: RecordType; label: string }): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const sources = [...catalogue.types.values()].filter(
    (one) => one.flows.some((flow) => flow.target === type.name) && session.may(`${one.name}.read`),
  )
  const creates = mayCreate(type, session)
  return (
    <div className="empty-advice">
      {creates && type.sort === 'entity' ? <p className="muted">{t('list.emptyFirst')}</p> : null}
      {sources.length > 0 ? (
        <p className="muted">
          {t('list.emptyGrows', { sources: sources.slice(0, 3).map(definitionLabel).join('、') })}
        </p>
      ) : null}
      <div className="empty-doors">
        {creates ? (
          <Button look="primary" icon="plus" onClick={() => goTo(`/new/${type.address}`)}>
            {t('record.new', { label })}
          </Button>
        ) : null}
        {sources.slice(0, 1).map((source) => (
          <Button key={source.address} onClick={() => goTo(`/list/${source.address}`)}>
            {definitionLabel(source)}
          </Button>
        ))}
        {creates ? (
          <Button icon="upload" onClick={() => goTo(`/import/${type.address}`)}>
            {t('list.emptyImport')}
          </Button>
        ) : null}
        <Go to={`/help?q=${encodeURIComponent(type.label)}`}>{t('list.emptyHelp')}</Go>
      </div>
    </div>
  )
}
