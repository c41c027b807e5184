import { theme, type ThemeConfig } from 'antd'
import type { ThemeMode } from './use-theme.ts'

/** The exact colours of tokens.css that antd also needs. Its dark algorithm re-tints seeds, so these are put last. */
const colours = {
  light: {
    colorPrimary: '#0e6384',
    colorPrimaryHover: '#0b7399',
    colorPrimaryActive: '#0a4c66',
    colorLink: '#0e6384',
    colorLinkHover: '#0b7399',
    colorBgBase: '#ffffff',
    colorBgContainer: '#ffffff',
    colorBgElevated: '#ffffff',
    colorBgLayout: '#f3f4f6',
    colorFillAlter: '#f8f9fa',
    colorPrimaryBg: '#e6f0f4',
    controlItemBgActive: '#e6f0f4',
    controlItemBgHover: '#f2f5f7',
    colorText: '#17212b',
    colorTextSecondary: '#4a5663',
    colorTextTertiary: '#5e6a77',
    colorTextQuaternary: '#98a2ad',
    colorTextPlaceholder: '#5e6a77',
    colorBorder: '#c3cad2',
    colorBorderSecondary: '#e7e9ec',
    colorSplit: '#e7e9ec',
    colorSuccess: '#1b7449',
    colorWarning: '#8f5600',
    colorError: '#be2e2b',
  },
  dark: {
    colorPrimary: '#1c7898',
    colorPrimaryHover: '#1d7c9e',
    colorPrimaryActive: '#166380',
    colorLink: '#62b7d1',
    colorLinkHover: '#62b7d1',
    colorBgBase: '#151a1f',
    colorBgContainer: '#151a1f',
    colorBgElevated: '#1d242b',
    colorBgLayout: '#0e1216',
    colorFillAlter: '#1a2026',
    colorPrimaryBg: '#17303b',
    controlItemBgActive: '#17303b',
    controlItemBgHover: '#1e262d',
    colorText: '#e4e9ed',
    colorTextSecondary: '#aeb9c3',
    colorTextTertiary: '#8d99a5',
    colorTextQuaternary: '#5f6b76',
    colorTextPlaceholder: '#8d99a5',
    colorBorder: '#434e59',
    colorBorderSecondary: '#262e36',
    colorSplit: '#262e36',
    colorSuccess: '#5dbd8c',
    colorWarning: '#dfaa52',
    colorError: '#f07f74',
  },
} as const

/** The look of antd's controls, where a page uses them. */
export function antdTheme(mode: ThemeMode): ThemeConfig {
  return {
    algorithm: [
      mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
      theme.compactAlgorithm,
      (_seed, map) => ({ ...(map ?? theme.defaultAlgorithm(theme.defaultSeed)), ...colours[mode] }),
    ],
    token: {
      fontSize: 13,
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 3,
      controlHeight: 28,
      controlHeightSM: 24,
      controlHeightLG: 36,
      fontFamily: 'var(--font-sans)',
      motionDurationFast: '0.1s',
      motionDurationMid: '0.16s',
      wireframe: false,
    },
  }
}
