import type { ThemeConfig } from 'antd'

/** Calm, official, warm: pine green on paper, cinnabar for the seal. */
export const theme: ThemeConfig = {
  token: {
    // Who asked their device for less motion gets none.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: '#1f5c4d',
    colorLink: '#1f5c4d',
    colorError: '#a3301f',
    colorWarning: '#8a5a00',
    colorWarningBg: '#fdf3df',
    colorWarningBorder: '#e6c98a',
    colorErrorBg: '#fbeae6',
    colorInfoBg: '#eaf2ee',
    colorInfo: '#1f5c4d',
    colorInfoBorder: '#bcd3c8',
    colorSuccess: '#2f6b3a',
    colorBgLayout: '#f7f4ee',
    colorText: '#23302c',
    colorTextSecondary: '#55615c',
    colorTextDescription: '#55615c',
    colorTextPlaceholder: '#6b7570',
    colorBorder: '#8d9691',
    borderRadius: 8,
    fontSize: 15,
    controlHeight: 40,
    fontFamily: "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
}
