import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import en from 'antd/es/locale/en_US'
import zh from 'antd/es/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { lookAgainBy } from './call.ts'
import { PageTitle } from './portals/page-title.tsx'
import { router } from './router.tsx'
import { theme } from './theme.ts'
import { holdWhileComposing } from './ui/composing.ts'
import { LanguageProvider, readRemembered, useLanguage } from './words/language.tsx'
import './style.css'

/** Without a connection a request fails at once and says so: an act must never be sent later, when nobody looks. */
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
lookAgainBy(() => void client.invalidateQueries())

function Themed() {
  const { language } = useLanguage()
  return (
    <ConfigProvider theme={theme} locale={language === 'en' ? en : zh} button={{ autoInsertSpace: false }}>
      <RouterProvider router={router} />
      <PageTitle />
    </ConfigProvider>
  )
}

holdWhileComposing(document)
const first = await readRemembered()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider first={first}>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
