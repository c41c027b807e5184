import { IconButton } from '../../../ui/control/button.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { BrandMark } from '../../../ui/icons/icon.tsx'
import { chooseLanguage, currentLanguage, languageChoices, t } from '../../../ui/language.ts'
import { useTheme } from '../../../ui/theme/use-theme.ts'
import './sign-in.css'

/** What stands round the door: the mark, the languages, light and dark. */
export function DoorFrame({ children }: { children: React.ReactNode }): React.JSX.Element {
  const theme = useTheme()
  return (
    <main className="sign-in">
      <div className="sign-in-tools">
        <Segmented
          label={t('signIn.language')}
          value={currentLanguage()}
          onChange={chooseLanguage}
          options={languageChoices().map(({ value, name }) => ({ value, label: name }))}
        />
        <IconButton
          icon={theme.mode === 'dark' ? 'sun' : 'moon'}
          label={t(theme.mode === 'dark' ? 'shell.light' : 'shell.dark')}
          onClick={theme.toggle}
        />
      </div>
      <div className="sign-in-panel">
        <header>
          <BrandMark size={36} />
          <h1>{t('product')}</h1>
          <p className="muted">{t('signIn.claim')}</p>
        </header>
        {children}
      </div>
    </main>
  )
}
