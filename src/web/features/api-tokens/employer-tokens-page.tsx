import { useSuspenseQuery } from '@tanstack/react-query'
import { employerTokens as contract } from '../../../contracts/api-tokens.ts'
import { ask, call } from '../../call.ts'
import { TokensPage } from './tokens-page.tsx'

export function EmployerTokensPage() {
  const { data } = useSuspenseQuery(ask(contract.list))
  return (
    <TokensPage
      whose="employer"
      items={data.items}
      make={(body) => call(contract.make, { body })}
      revoke={(id) => call(contract.revoke, { params: { id } })}
    />
  )
}
