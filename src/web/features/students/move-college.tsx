import { useQueryClient } from '@tanstack/react-query'
import { Radio } from 'antd'
import { moveStudent, type StudentFile } from '../../../contracts/students.ts'
import { call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { rosterWords } from './roster-words.ts'

type Choice = { readonly collegeId: string }

/** 转院系, for staff of the school itself: all cases go with the student. */
export function MoveCollege({ school, of: { id, version, moveTo } }: { school: string; of: StudentFile }) {
  const w = useWords(rosterWords).move
  const client = useQueryClient()
  if (moveTo.length === 0) return null
  const options = moveTo.map(({ id: value, name: label }) => ({ value, label }))
  return (
    <ActButton<Choice>
      {...w}
      reason="needed"
      asked={{
        initial: { collegeId: '' },
        faults: ({ collegeId }) => ({ collegeId: collegeId ? null : w.missing }),
        show: ({ collegeId }, change, at) => (
          <div>
            <Radio.Group
              id={at('collegeId').id}
              aria-label={w.college}
              options={options}
              value={collegeId}
              onChange={({ target }) => change({ collegeId: target.value })}
            />
            <FieldFault of={at('collegeId')} />
          </div>
        ),
      }}
      act={(reason, { collegeId }) =>
        call(moveStudent, { params: { school, id }, body: { seenVersion: version, collegeId, reason } })
      }
      settled={() => client.invalidateQueries()}
    />
  )
}
