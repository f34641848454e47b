import { useSuspenseQuery } from '@tanstack/react-query'
import { schoolTokens as contract } from '../../../contracts/api-tokens.ts'
import { ask, call } from '../../call.ts'
import { useMySchool } from '../accounts/me.ts'
import { TokensPage } from './tokens-page.tsx'

export function SchoolTokensPage() {
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(contract.list, { params: { school } }))
  return (
    <TokensPage
      whose="school"
      items={data.items}
      make={(body) => call(contract.make, { params: { school }, body })}
      revoke={(id) => call(contract.revoke, { params: { school, id } })}
    />
  )
}
