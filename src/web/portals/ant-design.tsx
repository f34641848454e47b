import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { ConfigProvider } from 'antd'
import en from 'antd/es/locale/en_US'
import zh from 'antd/es/locale/zh_CN'
import { type ReactNode, useState } from 'react'
import { makeTheme } from '../theme.ts'
import { useLanguage } from '../words/language.tsx'

/** Ant Design as this site wants it, in the words and with the styles that its readers' browsers know. */
export function AntDesign({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const [theme] = useState(makeTheme)
  return (
    // Chromium 86 knows neither `:where()` nor `inset` and the other logical properties, Safari 14.0 not these.
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider theme={theme} locale={language === 'en' ? en : zh} button={{ autoInsertSpace: false }}>
        {children}
      </ConfigProvider>
    </StyleProvider>
  )
}
