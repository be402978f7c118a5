import { ConfigProvider, type ThemeConfig } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'

/**
 * The colours of base.css, for the parts that antd draws. Styles are made at run time, which the
 * CSP of the two antd screens allows (`style-src 'unsafe-inline'`): the ready-made sheet is 1 MB,
 * knows only antd's own colours, and a theme's variables would be inline all the same.
 */
const hallTheme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4f9e',
    colorInfo: '#0b4f9e',
    colorLink: '#0b4f9e',
    colorError: '#c8281e',
    colorSuccess: '#1f7a3d',
    colorWarning: '#9a5b00',
    colorTextBase: '#1b2430',
    colorTextSecondary: '#55606e',
    colorTextDescription: '#55606e',
    colorTextPlaceholder: '#6b7684',
    colorTextDisabled: '#6b7684',
    colorBorder: '#c3ccd7',
    colorBorderSecondary: '#d5dce5',
    colorBgLayout: '#f2f5f9',
    fontFamily: 'var(--font)',
    fontSize: 15,
    borderRadius: 6,
    controlHeight: 36,
    // antd mixes the grounds of tags and alerts from the dark colours above; they come out too dark to read on.
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
    // A clerk who presses F4, 1, Enter in half a second must not wait for a box to slide in.
    motion: false,
  },
  // A supervisor's menu of two dozen pages is to fit on a screen of 900 lines.
  components: { Menu: { itemHeight: 32, itemMarginBlock: 1, groupTitleLineHeight: 1.2 } },
}

/** The last word alone: several at once stand over the buttons that come next. */
export const lastMessageOnly = { maxCount: 1 } as const

/** antd in Chinese and in the hall's colours, for the clerk screen and the console. */
export function AntdTheme({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider locale={zhCN} theme={hallTheme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  )
}
