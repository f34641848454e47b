import { createRootRouteWithContext, Outlet, redirect } from '@tanstack/react-router'
import { Suspense } from 'react'
import { usePortal } from '../features/cases/portal.ts'
import { PublicFoot } from '../features/public/public-foot.tsx'
import { Loading } from '../ui/loading.tsx'
import { Awaited } from './awaited.tsx'
import { Failure } from './failure.tsx'

function Root() {
  const isPublic = usePortal() === null
  return (
    <>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
      {isPublic && <PublicFoot />}
      <Awaited />
    </>
  )
}

/** Above every portal and the public pages. */
export const root = createRootRouteWithContext<{
  /** Opens the portal that an address belongs to. Answers whether its pages were not known before. */
  open: (path: string) => Promise<boolean>
}>()({
  beforeLoad: async ({ context, location }) => {
    if (await context.open(location.pathname))
      throw redirect({ to: location.pathname, search: true, hash: true, replace: true })
  },
  component: Root,
  errorComponent: ({ error }) => <Failure error={error} />,
})
