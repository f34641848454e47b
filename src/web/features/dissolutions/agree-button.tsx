import { agreeDissolution, type DissolutionView } from '../../../contracts/dissolutions.ts'
import { call } from '../../call.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { useWords } from '../../words/language.tsx'
import { LawNotice, useNoticeTick } from './law-notice.tsx'

type Props = { school: string; of: Pick<DissolutionView, 'id' | 'version'>; settled: () => void }

/** 同意 → 解约须知 with its tick → 同意解约. */
export function AgreeButton({ school, of: { id, version }, settled }: Props) {
  const words = useWords()
  const asked = useNoticeTick()
  return (
    <ActButton
      {...words.dissolution.act.agree}
      kind="primary"
      asked={asked}
      act={(_, { noticeRead }) =>
        call(agreeDissolution, { params: { school, id }, body: { seenVersion: version, noticeRead } })
      }
      settled={settled}
    >
      <LawNotice />
    </ActButton>
  )
}
