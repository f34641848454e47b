import { TAKEN_KINDS, type Taken } from '../../../domain/taken.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { TakenFiles } from './taken-files.tsx'
import { takenFileWords } from './words.ts'

/** 下载记录: of a college's reviewer their own, of everybody else the school's. */
export function TakenFilesPage() {
  const w = useWords(takenFileWords)
  const { staffRole } = useMe()
  const { address, shown, change } = useListAddress<{ kind: Taken }>()
  return (
    <>
      <h1>{w.title}</h1>
      <p className="soft">{staffRole === 'college_reviewer' ? w.leadOwn : w.lead}</p>
      <Filters active={{ kind: address.kind }} onClear={change}>
        <ChoiceFilter<Taken>
          label={w.kind}
          all={w.allKinds}
          value={address.kind ?? ''}
          onChange={(kind) => change({ kind })}
          options={TAKEN_KINDS.map((value) => ({ value, label: w.kinds[value] }))}
        />
      </Filters>
      <TakenFiles kind={shown.kind ?? ''} />
    </>
  )
}
