import { Input } from 'antd'
import { recommendationActs as acts, type RecommendationView } from '../../../contracts/recommendations.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { type Acting, SHORTCUTS } from '../cases/case-acts.tsx'
import { recommendationWords } from './words.ts'

/** 评语: written and sent on in one act. */
export function Recommend({ of, settled }: Acting<RecommendationView>) {
  const w = useWords(recommendationWords)
  const ui = useWords(uiWords)
  return (
    <ActButton<{ word: string }>
      {...w.act.recommend}
      kind="primary"
      shortcut={SHORTCUTS.pass}
      asked={{
        initial: { word: '' },
        faults: ({ word }) => ({ word: word.trim() ? null : ui.needed(w.word) }),
        names: { word: w.word },
        show: ({ word }, put, at) => (
          <>
            <label htmlFor={at('word').id}>{w.word}</label>
            <Input.TextArea
              id={at('word').id}
              rows={5}
              maxLength={LONGEST.reason}
              showCount
              aria-required
              aria-invalid={at('word').fault !== null}
              status={at('word').fault ? 'error' : ''}
              value={word}
              onChange={({ target }) => put({ word: target.value })}
            />
            <FieldFault of={at('word')} />
          </>
        ),
      }}
      act={(_reason, { word }) =>
        call(acts.recommend, {
          params: { school: of.school.code, id: of.id },
          body: { seenVersion: of.version, word },
        })
      }
      settled={settled}
    />
  )
}
