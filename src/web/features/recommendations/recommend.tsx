import { recommendationActs as acts, type RecommendationView } from '../../../contracts/recommendations.ts'
import { call } from '../../call.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AskedText } from '../cases/asked-text.tsx'
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
          <AskedText
            at={at('word')}
            name={w.word}
            rows={5}
            value={word}
            onChange={(typed) => put({ word: typed })}
          />
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
