import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiToken } from '../../../contracts/api-tokens.ts'
import type { TokenOwnerKind, TokenState } from '../../../domain/api-token/token.ts'
import { CopiedLine } from '../../ui/copied-line.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { MakeToken, type TokenDraft } from './make-token.tsx'
import { apiTokenWords } from './words.ts'
import './api-tokens.css'

const STANDINGS: Record<TokenState, Standing> = { open: 'done', over: 'over', stopped: 'wrong' }

type Props<Kind extends TokenOwnerKind> = {
  whose: Kind
  items: readonly ApiToken[]
  make: (draft: TokenDraft<Kind>) => Promise<{ token: string }>
  revoke: (id: string) => Promise<unknown>
}

/** 接口令牌 of a school or an employer: those there are, another one, and what it is, as long as this page is open. */
export function TokensPage<Kind extends TokenOwnerKind>({ whose, items, make, revoke }: Props<Kind>) {
  const w = useWords(apiTokenWords)
  const { day, instant } = useFigures()
  const client = useQueryClient()
  const [given, setGiven] = useState<{ readonly name: string; readonly token: string } | null>(null)
  const settled = () => client.invalidateQueries()
  const makeAndShow = async (draft: TokenDraft<Kind>) => {
    const { token } = await make(draft)
    setGiven({ name: draft.name.trim(), token })
  }
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <div className="page-act">
          <MakeToken whose={whose} make={makeAndShow} settled={settled} />
        </div>
      </div>
      <p>{w.lead[whose]}</p>
      <p>{w.care}</p>
      <p>
        {w.docs}
        <a href="/openapi.json">/openapi.json</a>
      </p>
      {given && (
        <Note
          type="info"
          title={w.given(given.name)}
          description={
            <>
              <p>{w.givenHint}</p>
              <CopiedLine label={w.token} value={given.token} words={w} />
            </>
          }
        />
      )}
      <section className="card">
        {items.length === 0 ? (
          <p>{w.none}</p>
        ) : (
          <SmallTable
            label={w.title}
            items={items}
            keyOf={({ id }) => id}
            columns={[
              {
                title: w.columns.name,
                show: ({ name, madeBy, madeAt }) => (
                  <>
                    <strong>{name}</strong>
                    <br />
                    <small className="soft">{w.madeBy(madeBy, instant(madeAt))}</small>
                  </>
                ),
              },
              {
                title: w.columns.scopes,
                show: ({ scopes }) => (
                  <ul className="token-scopes">
                    {scopes.map((scope) => (
                      <li key={scope}>{w.scope[scope]}</li>
                    ))}
                  </ul>
                ),
              },
              { title: w.columns.endsOn, show: ({ endsOn }) => day(endsOn) },
              {
                title: w.columns.lastUsed,
                show: ({ lastUsedOn }) => (lastUsedOn ? day(lastUsedOn) : w.never),
              },
              {
                title: w.columns.state,
                show: ({ state }) => <StateMark standing={STANDINGS[state]}>{w.state[state]}</StateMark>,
              },
            ]}
            acts={{
              title: w.acts,
              show: ({ id, name }) => (
                <ActButton {...w.revoke} of={name} kind="danger" act={() => revoke(id)} settled={settled} />
              ),
            }}
          />
        )}
      </section>
    </>
  )
}
