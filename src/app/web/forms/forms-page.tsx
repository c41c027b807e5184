import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import type { RecordType } from '../catalogue/catalogue.ts'
import { usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { NewTypeDialog } from './new-type-dialog.tsx'
import { TemplateLibrary } from './template-library.tsx'
import '../../../ui/list/list-page.css'
import './forms.css'

/** How many fields of its own a type has, and whether it was shaped at all. */
function useShaped() {
  return useQuery({
    queryKey: ['list', 'own-form', 'shaped'],
    queryFn: ({ signal }) =>
      requestJson<{ rows: readonly { code: string }[] }>('own-form', { query: { limit: 500 }, signal }),
    select: (answer) => new Set(answer.rows.map((row) => row.code)),
  })
}

function TypeLink({ type, shaped }: { type: RecordType; shaped: boolean }): React.JSX.Element {
  return (
    <li>
      <Go to={`/forms/${type.definition}`}>{definitionLabel(type)}</Go>
      {shaped ? <Tag tone="accent">{t('forms.shaped')}</Tag> : null}
    </li>
  )
}

/** 表单设计: every type of record whose form can be shaped, the company's own types, and templates to begin with. */
export function FormsPage(): React.JSX.Element {
  const catalogue = useCatalogue()
  const session = useSession()
  const shaped = useShaped()
  const [making, setMaking] = useState(false)
  usePageTitle(t('forms.title'))
  const types = [...catalogue.types.values()].filter(
    (type) => !type.internal && type.name === type.definition && type.name !== 'ownForm' && type.name !== 'ownDocument',
  )
  const domains = catalogue.domains.filter((domain) => types.some((type) => type.domain === domain.name))
  return (
    <div className="forms-page">
      <header className="page-head">
        <h1>{t('forms.title')}</h1>
        <span className="grow" />
        {session.may('ownDocument.create') ? (
          <Button look="primary" icon="plus" onClick={() => setMaking(true)}>
            {t('forms.newType')}
          </Button>
        ) : null}
      </header>
      {session.may('ownDocument.create') ? <TemplateLibrary /> : null}
      <div className="forms-domains">
        {domains
          .toSorted((one, other) => Number(other.name === 'own') - Number(one.name === 'own'))
          .map((domain) => (
            <section key={domain.name}>
              <h2>{definitionLabel(domain)}</h2>
              <ul>
                {types
                  .filter((type) => type.domain === domain.name)
                  .map((type) => (
                    <TypeLink key={type.name} type={type} shaped={shaped.data?.has(type.definition) === true} />
                  ))}
              </ul>
            </section>
          ))}
      </div>
      {making ? <NewTypeDialog onClose={() => setMaking(false)} /> : null}
    </div>
  )
}
