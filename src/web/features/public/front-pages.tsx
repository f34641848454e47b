import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect } from 'react'
import { searchSchools } from '../../../contracts/public-site.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask } from '../../call.ts'
import { useAddressText } from '../../ui/address-text.ts'
import { Note } from '../../ui/note.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { PublicPage } from '../../ui/top.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { DemoLogins } from './demo-logins.tsx'
import { useFoot } from './foot-of.ts'
import { frontWords } from './words.ts'
import './front.css'

/** Students and staff look for their school; a name or a code leads to it. Its own pages are the server's: a link, not a route. */
function FindSchool() {
  const w = useWords(frontWords)
  const nameOf = useNameOf()
  const navigate = useNavigate()
  const { q = '' } = useAddressText()
  const { data } = useSuspenseQuery(ask(searchSchools, { query: { q } }))
  const seek = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    void navigate({ to: '/', search: typed ? { q: typed } : {} })
  }
  const isEmpty = data.total === 0 && q === ''
  return (
    <>
      <h2>{w.choose}</h2>
      {isEmpty && <Note type="info" title={w.none} description={w.noneHint} />}
      {!isEmpty && (
        <form key={q} className="find-school" onSubmit={seek}>
          <label>
            {w.find}
            <input
              type="search"
              name="q"
              className="choice"
              defaultValue={q}
              maxLength={LONGEST.search}
              autoComplete="off"
            />
          </label>
          <PlainButton type="submit">{w.seek}</PlainButton>
        </form>
      )}
      {q !== '' && data.total === 0 && <p role="status">{w.noMatch(q)}</p>}
      <div className="doors">
        {data.items.map((one) => (
          <a key={one.code} className="door" href={`/s/${one.code}`}>
            <strong>{nameOf(one)}</strong>
            <span className="soft">{one.code}</span> {one.suspended && w.suspended}
          </a>
        ))}
      </div>
      {data.total > data.items.length && <p className="soft">{w.more(data.total - data.items.length)}</p>}
    </>
  )
}

/** The public front of the platform: employers go in without choosing a school, everybody else by theirs. */
export function FrontPage() {
  const w = useWords(frontWords)
  const { data: foot } = useFoot()
  const ofHost = foot?.ofHost
  useEffect(() => {
    // By a school's own host name the first page is the server's, and that school's.
    if (ofHost) window.location.replace('/')
  }, [ofHost])
  return (
    <PublicPage>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <nav className="for-employers" aria-label={w.forEmployers}>
        <strong>{w.forEmployers}</strong>
        <Link to="/sign-in/$portal" params={{ portal: 'employer' }}>
          {w.employer}
        </Link>
        <Link to="/register">{w.register}</Link>
      </nav>
      <FindSchool />
      {foot && foot.demo.length > 0 && <DemoLogins of={foot.demo} />}
    </PublicPage>
  )
}
