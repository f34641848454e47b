import { Link } from '@tanstack/react-router'
import type { Output } from '../../../contracts/address.ts'
import type { getFoot } from '../../../contracts/public-site.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { frontWords } from './words.ts'

/** By whom a demo may be tried, each with the door that it is for. */
export function DemoLogins({ of }: { of: Output<typeof getFoot>['demo'] }) {
  const w = useWords(frontWords)
  const { language } = useLanguage()
  return (
    <section className="card demo-logins">
      <h2>{w.demo}</h2>
      <p className="soft">{w.demoHint}</p>
      <ul>
        {of.map(({ portal, login, secret, about, aboutEn }) => (
          <li key={`${portal} ${login}`}>
            <Link to="/sign-in/$portal" params={{ portal }}>
              {w.portals[portal]}
            </Link>{' '}
            <span className="mono">
              {login} · {secret}
            </span>{' '}
            <span className="soft">{language === 'en' ? aboutEn : about}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
