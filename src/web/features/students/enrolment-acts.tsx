import { useQueryClient } from '@tanstack/react-query'
import { enrolmentActs, type StudentFile } from '../../../contracts/students.ts'
import { call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { fileWords } from './file-words.ts'
import { MoveStudent } from './move-student.tsx'
import './enrolment-acts.css'

/** What this reader may do to the student's row. */
export function EnrolmentActs({ school, of }: { school: string; of: StudentFile }) {
  const w = useWords(fileWords).enrolment
  const client = useQueryClient()
  if (of.actions.length === 0) return null
  return (
    <div className="enrolment-acts">
      {of.actions.map((action) =>
        action === 'move' ? (
          <MoveStudent key={action} school={school} of={of} />
        ) : (
          <ActButton
            key={action}
            {...w[action]}
            kind={action === 'withdraw' ? 'danger' : 'plain'}
            reason="needed"
            act={(reason) =>
              call(enrolmentActs[action], {
                params: { school, id: of.id },
                body: { seenVersion: of.version, reason },
              })
            }
            settled={() => client.invalidateQueries()}
          />
        ),
      )}
    </div>
  )
}
