import { Segmented } from '../../../ui/control/segmented.tsx'
import { t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { typeNamed, useCatalogue } from '../catalogue/catalogue.ts'
import { EntityPage } from '../entity/entity-page.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { InterfacesPart } from './interfaces-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { MessagesPart } from './messages-part.tsx'
import { ModulesPart } from './modules-part.tsx'
import { RolesPart } from './roles-part.tsx'
import { SignInRulesPart } from './sign-in-rules-part.tsx'
import { UsersPart } from './users-part.tsx'
import { WebhooksPart } from './webhooks-part.tsx'
import '../../../ui/list/list-page.css'
import './settings.css'

const parts = [
  { key: 'company', right: 'company.read', word: 'settings.company' },
  { key: 'users', right: 'user.read', word: 'settings.users' },
  { key: 'roles', right: 'role.read', word: 'settings.roles' },
  { key: 'signIn', right: 'signInPolicy.read', word: 'signInRules.title' },
  { key: 'keys', right: 'key.read', word: 'settings.keys' },
  { key: 'webhooks', right: 'webhook.read', word: 'settings.webhooks' },
  { key: 'interfaces', right: 'interface.read', word: 'interfaces.title' },
  { key: 'messages', right: 'messageChannel.read', word: 'settings.messages' },
  { key: 'modules', right: 'company.read', word: 'modules.title' },
] as const

type PartKey = (typeof parts)[number]['key']

function CompanyPart(): React.JSX.Element | null {
  const session = useSession()
  const type = typeNamed(useCatalogue(), 'company')
  return type === undefined || session.company === null ? null : (
    <EntityPage type={type} id={session.company.id} inside />
  )
}

function Part({ part }: { part: PartKey }): React.JSX.Element | null {
  switch (part) {
    case 'users':
      return <UsersPart />
    case 'roles':
      return <RolesPart />
    case 'signIn':
      return <SignInRulesPart />
    case 'keys':
      return <KeysPart />
    case 'webhooks':
      return <WebhooksPart />
    case 'interfaces':
      return <InterfacesPart />
    case 'messages':
      return <MessagesPart />
    case 'modules':
      return <ModulesPart />
    default:
      return <CompanyPart />
  }
}

/** The settings of the company, its people, their roles, and keys for machines. */
export function SettingsPage(): React.JSX.Element {
  const session = useSession()
  const { search, setSearch } = usePage()
  usePageTitle(t('menu.settings'))
  const seen = parts.filter((one) => session.may(one.right))
  const wanted = search.get('part')
  const part = seen.find((one) => one.key === wanted)?.key ?? seen[0]?.key ?? 'company'
  return (
    <>
      <header className="page-head">
        <h1>{t('menu.settings')}</h1>
        <Segmented
          label={t('menu.settings')}
          value={part}
          onChange={(next) => setSearch(new URLSearchParams(next === 'company' ? {} : { part: next }))}
          options={seen.map((one) => ({ value: one.key, label: t(one.word) }))}
        />
      </header>
      <p className="settings-flow">
        {session.may('ownForm.read') ? <Go to="/forms">{t('forms.title')}</Go> : null}
        {session.may('approvalFlow.read') ? <Go to="/approval-flows">{t('approvalFlow.title')}</Go> : null}
        {session.may('printTemplate.read') ? <Go to="/print-templates">{t('print.title')}</Go> : null}
      </p>
      <Part part={part} />
    </>
  )
}
