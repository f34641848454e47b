import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from '../words/language.ts'
import { lookAgainBy } from './call.ts'
import { holdUntilHere } from './portals/arriving.ts'
import { PageTitle } from './portals/page-title.tsx'
import { router } from './router.tsx'
import { holdWhileComposing } from './ui/composing.ts'
import { LanguageProvider, readRemembered } from './words/language.tsx'
import './style.css'

/** Without a connection a request fails at once and says so: an act must never be sent later, when nobody looks. */
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
lookAgainBy(() => void client.invalidateQueries())

const start = (first: Language) =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider first={first}>
          <RouterProvider router={router} />
          <PageTitle />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )

holdWhileComposing(document)
holdUntilHere(router)
void readRemembered().then(start)
