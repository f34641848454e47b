import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  listSearches,
  lookAtSearch,
  removeSearch,
  type SavedSearch,
  setDigest,
} from '../../../contracts/jobs.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { DigestChoice } from './digest-choice.tsx'
import { addressOf } from './sought.ts'
import { marketWords } from './words.ts'
import './jobs.css'

/** Searches under their names, each with how many have come since it was looked at. */
export function SavedSearches() {
  const w = useWords(marketWords)
  const figures = useFigures()
  const school = useMySchool()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(ask(listSearches, { params: { school } }))
  const look = useMutation({
    mutationFn: ({ id }: SavedSearch) => call(lookAtSearch, { params: { school, id } }),
    // Whether or not the look could be noted, what was sought is shown.
    onSettled: async (_data, _error, { sought }) => {
      await navigate({ to: '/student/jobs', search: { ...addressOf(sought), sort: 'newest' } })
      await client.invalidateQueries()
    },
  })
  const rhythm = useMutation({
    mutationFn: ({ id, digest }: Pick<SavedSearch, 'id' | 'digest'>) =>
      call(setDigest, { params: { school, id }, body: { digest } }),
    onSuccess: (_data, { digest }) => said.success(w.digestSaid[digest]),
    onError: (error) => said.warning(error.message, 8),
    onSettled: () => client.invalidateQueries(),
  })
  return (
    <section className="card">
      {data.items.length === 0 && <div className="empty">{w.noSearches}</div>}
      <ul className="market" aria-label={w.tabs.searches}>
        {data.items.map((one) => (
          <li key={one.id}>
            <div>
              <p>
                <strong>{one.name}</strong> <span className="job-pay">{w.fresh(one.fresh)}</span>
              </p>
              <p className="soft">
                {w.lookedAt} {figures.instant(one.lookedAt)}
                {one.digestAt && ` · ${w.toldNext} ${figures.instant(one.digestAt)}`}
              </p>
            </div>
            <div className="market-acts">
              <DigestChoice
                label={`${w.digest}: ${one.name}`}
                value={one.digest}
                onChange={(digest) => rhythm.mutate({ id: one.id, digest })}
              />
              <Button
                type="primary"
                aria-label={`${w.open}: ${one.name}`}
                loading={look.isPending && look.variables?.id === one.id}
                onClick={() => look.mutate(one)}
              >
                {w.open}
              </Button>
              <ActButton
                {...w.remove}
                act={() => call(removeSearch, { params: { school, id: one.id } })}
                settled={() => client.invalidateQueries()}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
