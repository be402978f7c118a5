import { ConfigProvider, type ThemeConfig } from 'antd'
import type { ReactNode } from 'react'
import { AntdTheme } from '../common/antd-theme.tsx'

/** antd mixes the grounds of tags and alerts from the dark colours of the hall; they come out too dark to read on. */
const lightGrounds: ThemeConfig = {
  token: {
    colorTextTertiary: '#55606e',
    colorTextQuaternary: '#6b7684',
    colorPrimaryBg: '#e3edf8',
    colorPrimaryBgHover: '#d3e3f5',
    colorInfoBg: '#e9f2fb',
    colorInfoBorder: '#9dbfe3',
    colorSuccessBg: '#e9f6ed',
    colorSuccessBorder: '#9bcfab',
    colorWarningBg: '#fff6e5',
    colorWarningBorder: '#e0b15c',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#eba59f',
  },
}

export function ConsoleTheme({ children }: { children: ReactNode }) {
  return (
    <AntdTheme>
      <ConfigProvider theme={lightGrounds}>{children}</ConfigProvider>
    </AntdTheme>
  )
}
