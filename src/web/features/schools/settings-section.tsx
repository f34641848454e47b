import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { listSettingSections } from '../../../contracts/settings.ts'
import type { SettingSection } from '../../../domain/settings.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { staffWords } from '../staff/words.ts'
import { settingsWords } from './words.ts'

export const useSections = () => {
  const params = { school: useMySchool() }
  return useSuspenseQuery(ask(listSettingSections, { params })).data
}

/** A section of the settings: who may change it, who has last and when, and the way to all that was changed in it. */
export function SettingsSection({
  section,
  hint,
  children,
}: {
  section: SettingSection
  hint?: string
  children: ReactNode
}) {
  const w = useWords(settingsWords)
  const { roles } = useWords(staffWords)
  const { said } = useFigures()
  const { changedBy, items } = useSections()
  const changed = items.find((one) => one.section === section)?.changed
  return (
    <section className="card" aria-label={w.sections[section]}>
      <h2>{w.sections[section]}</h2>
      <p className="soft">
        {w.changedBy(changedBy.map((role) => roles[role]))}
        {changed ? w.lastChanged(changed.by, said.instant(changed.at)) : w.neverChanged}
      </p>
      {changed && (
        <p>
          <Link to="/school/settings/changes" search={{ section }}>
            {w.toChanges}
          </Link>
        </p>
      )}
      {hint && <p className="soft">{hint}</p>}
      {children}
    </section>
  )
}
