import type { ThemeConfig } from 'antd'
import { colours, fonts, radii, sizes, standings } from '../looks/tokens.ts'

/** Asks the window, so that it is made where there is one. */
export const makeTheme = (): ThemeConfig => ({
  token: {
    // Who asked their device for less motion gets none.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: colours.pine,
    colorLink: colours.pine,
    colorError: colours.seal,
    colorWarning: standings.mine,
    colorWarningBg: standings.mineWash,
    colorWarningBorder: colours.amberLine,
    colorErrorBg: colours.sealWash,
    colorInfoBg: colours.pineWash,
    colorInfo: colours.pine,
    colorInfoBorder: colours.pineLine,
    colorSuccess: standings.done,
    colorBgLayout: colours.paper,
    colorText: colours.ink,
    colorTextSecondary: colours.soft,
    colorTextDescription: colours.soft,
    colorTextPlaceholder: colours.faint,
    colorBorder: colours.edge,
    borderRadius: radii.usual,
    fontSize: sizes[15],
    controlHeight: 40,
    motionDurationMid: '0.15s',
    motionDurationSlow: '0.15s',
    fontFamily: fonts.text,
  },
})
