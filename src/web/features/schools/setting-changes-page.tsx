import { useSuspenseQuery } from '@tanstack/react-query'
import { listSettingChanges } from '../../../contracts/settings.ts'
import { SETTING_SECTIONS, type SettingSection } from '../../../domain/settings.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Pager } from '../../ui/pager.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { changesWords } from './changes-words.ts'
import { useSettingText } from './setting-text.ts'
import { settingsWords } from './words.ts'
import './settings.css'

const SECTIONS = Object.keys(SETTING_SECTIONS) as SettingSection[]

/** What was changed in the settings, by whom and when: what stood before beside what stands since. */
export function SettingChangesPage() {
  const w = useWords(changesWords)
  const settings = useWords(settingsWords)
  const textOf = useSettingText()
  const figures = useFigures()
  const params = { school: useMySchool() }
  const { address, shown, change, turn, isTurning } = useListAddress<{ section: SettingSection }>()
  const { data } = useSuspenseQuery(ask(listSettingChanges, { params, query: shown }))
  return (
    <>
      <div className="actions">
        <BackButton list="/school/settings" />
      </div>
      <h1>{w.title}</h1>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <div className="filters">
          <ChoiceFilter
            label={w.section}
            all={w.allSections}
            value={address.section ?? ''}
            options={SECTIONS.map((value) => ({ value, label: settings.sections[value] }))}
            onChange={(section) => change({ section })}
          />
        </div>
        {data.total === 0 ? (
          <div className="empty">{w.empty}</div>
        ) : (
          <ol className="setting-changes">
            {data.items.map(({ seq, at, by, changes }) => (
              <li key={seq}>
                <strong>{w.by(by, figures.instant(at))}</strong>
                <ul>
                  {changes.map(({ name, before, after }) => (
                    <li key={name}>{w.change(settings[name], textOf(name, before), textOf(name, after))}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
        <Pager of={data} onPage={turn} />
      </section>
    </>
  )
}
