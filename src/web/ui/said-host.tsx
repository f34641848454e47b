import { App } from 'antd'
import { useEffect } from 'react'

export type Sayer = ReturnType<typeof App.useApp>

function Reach({ reached }: { reached: (app: Sayer | null) => void }) {
  const app = App.useApp()
  useEffect(() => {
    reached(app)
    return () => reached(null)
  }, [app, reached])
  return null
}

/** Ant Design's messages and confirmations, drawn beside the page. */
export const SaidHost = ({ reached }: { reached: (app: Sayer | null) => void }) => (
  <App component={false}>
    <Reach reached={reached} />
  </App>
)
