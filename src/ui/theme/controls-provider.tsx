import { ConfigProvider } from 'antd'
import en from 'antd/locale/en_US.js'
import zh from 'antd/locale/zh_CN.js'
import { useLanguage } from '../language.ts'
import { antdTheme } from './antd-theme.ts'
import { useTheme } from './use-theme.ts'

/** Wraps a page that uses antd controls. The shell does without, so that the first screen need not load them. */
export function ControlsProvider({ children }: { children: React.ReactNode }): React.JSX.Element {
  const { mode } = useTheme()
  const language = useLanguage()
  return (
    <ConfigProvider theme={antdTheme(mode)} locale={language === 'en' ? en.default : zh.default} componentSize="middle">
      {children}
    </ConfigProvider>
  )
}
