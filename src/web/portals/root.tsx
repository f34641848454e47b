import { createRootRoute, Outlet } from '@tanstack/react-router'
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
export const root = createRootRoute({
  component: Root,
  errorComponent: ({ error }) => <Failure error={error} />,
})
