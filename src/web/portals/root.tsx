import { createRootRoute, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Loading } from '../ui/loading.tsx'
import { Awaited } from './awaited.tsx'
import { Failure } from './failure.tsx'

function Root() {
  return (
    <>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
      <Awaited />
    </>
  )
}

/** Above every portal and the public pages. */
export const root = createRootRoute({
  component: Root,
  errorComponent: ({ error }) => <Failure error={error} />,
})
