import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { addressOf } from '../../../contracts/address.ts'
import { getKept, getKeptPage, getMyNotice, withdrawConsent } from '../../../contracts/privacy.ts'
import { keptValue } from '../../../words/kept-value.ts'
import { lookSaid } from '../../../words/look-said.ts'
import { ask, call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { keptWords } from './kept-words.ts'
import { MyRequests } from './my-requests.tsx'
import { privacyWords } from './words.ts'
import './my-privacy.css'

function Consents() {
  const w = useWords(privacyWords)
  const figures = useFigures()
  const client = useQueryClient()
  const { school } = useMe()
  const { data } = useSuspenseQuery(ask(getMyNotice))
  return (
    <section className="card">
      <h2>{w.agreed}</h2>
      <ul>
        {data.consents.map(({ publisher, version, agreedAt, withdrawnAt }) => (
          <li key={`${publisher}${version}${agreedAt}`}>
            {publisher === 'platform' ? w.byPlatform : w.bySchool} ·{' '}
            {w.agreedOf(version, figures.instant(agreedAt))}
            {withdrawnAt && ` · ${w.withdrawnAt(figures.instant(withdrawnAt))}`}
          </li>
        ))}
      </ul>
      <div className="privacy-acts">
        <a
          className="plain-button"
          href={school ? `/privacy?school=${school.code}` : '/privacy'}
          target="_blank"
          rel="noreferrer"
        >
          {w.readNotice}
        </a>
        <ActButton
          {...w.withdraw}
          kind="danger"
          act={() => call(withdrawConsent)}
          settled={() => client.resetQueries()}
        />
      </div>
    </section>
  )
}

function KeptData() {
  const w = useWords(privacyWords)
  const kept = useWords(keptWords)
  const figures = useFigures()
  const { data } = useSuspenseQuery(ask(getKept))
  const [tables, columns]: Readonly<Record<string, string | undefined>>[] = [kept.tables, kept.columns]
  const filled = data.sections.filter(({ rows }) => rows.length > 0)
  return (
    <>
      <section className="card">
        <h2>{kept.looks}</h2>
        {data.looks.length === 0 ? (
          <p>{kept.noLooks}</p>
        ) : (
          <ul>
            {data.looks.map((look) => (
              <li key={`${look.at}${look.action}${look.by}`}>
                {[figures.instant(look.at), look.by, ...lookSaid(look, kept)].join(' · ')}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card">
        <h2>{w.kept}</h2>
        <p className="soft">{w.keptHint}</p>
        <div className="privacy-acts">
          <a className="plain-button" href={addressOf(getKeptPage)} download="my-data.html">
            {w.downloadPage}
          </a>
          <a className="plain-button" href={addressOf(getKept)} download="my-data.json">
            {w.downloadJson}
          </a>
        </div>
        {filled.map(({ table, rows }) => (
          <details key={table} className="kept-rows">
            <summary>
              {tables?.[table] ?? table} <span className="soft">{w.rows(rows.length)}</span>
            </summary>
            {rows.slice(0, 50).map((row) => (
              <Facts
                key={JSON.stringify(row)}
                of={Object.entries(row).map(([key, value]) => [
                  columns?.[key] ?? key,
                  keptValue(value, kept),
                ])}
              />
            ))}
          </details>
        ))}
      </section>
    </>
  )
}

/** 我的隐私: what is kept, who looked at it, what was agreed to, and what a school is asked for. */
export function MyPrivacyPage() {
  const w = useWords(privacyWords)
  const { portal, verified } = useMe()
  return (
    <>
      <h1>{w.title}</h1>
      <p className="soft">{w.lead}</p>
      <Consents />
      {portal !== 'platform' && verified && <MyRequests portal={portal} />}
      <KeptData />
    </>
  )
}
