import { useQueryClient } from '@tanstack/react-query'
import { moveStudent, type StudentFile } from '../../../contracts/students.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { OneOf } from '../../ui/one-of.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { caseWords } from '../cases/words.ts'
import { rosterListWords } from './roster-list-words.ts'
import { rosterWords } from './roster-words.ts'

type Choice = {
  readonly collegeId: string
  readonly majorName: string
  readonly majorCode: string
  readonly className: string
}

/** 转院系, 转专业, 调班, for staff of the school itself: all cases go with the student. */
export function MoveStudent({ school, of }: { school: string; of: StudentFile }) {
  const { move: w } = useWords(rosterWords)
  const { missing, nothing, college, majorCode: codeTitle, ...words } = w
  const cases = useWords(caseWords)
  const list = useWords(rosterListWords)
  const client = useQueryClient()
  const { id, version, collegeId, major: majorName, majorCode, className, moveTo } = of
  const here: Choice = { collegeId, majorName, majorCode, className }
  const options = [{ id: collegeId, name: of.college }, ...moveTo].map((one) => ({
    value: one.id,
    label: one.name,
  }))
  const isAsBefore = (to: Choice) =>
    to.collegeId === collegeId &&
    to.majorName.trim() === majorName &&
    to.majorCode.trim() === majorCode &&
    to.className.trim() === className
  return (
    <ActButton<Choice>
      {...words}
      reason="needed"
      asked={{
        initial: here,
        names: {
          collegeId: college,
          majorName: cases.major,
          majorCode: codeTitle,
          className: list.className,
        },
        faults: (to) => ({
          collegeId: isAsBefore(to) ? nothing : null,
          majorName: to.majorName.trim() ? null : missing,
        }),
        show: (to, change, at) => (
          <>
            {moveTo.length > 0 && (
              <OneOf
                label={college}
                options={options}
                value={to.collegeId}
                onChange={(collegeId) => change({ collegeId })}
              />
            )}
            <FieldFault of={at('collegeId')} />
            <LineField
              at={at('majorName')}
              label={cases.major}
              value={to.majorName}
              most={LONGEST.line}
              onChange={(text) => change({ majorName: text })}
            />
            <LineField
              at={at('majorCode')}
              label={codeTitle}
              value={to.majorCode}
              most={LONGEST.number}
              onChange={(text) => change({ majorCode: text })}
            />
            <LineField
              at={at('className')}
              label={list.className}
              value={to.className}
              most={LONGEST.line}
              onChange={(text) => change({ className: text })}
            />
          </>
        ),
      }}
      act={(reason, to) =>
        call(moveStudent, { params: { school, id }, body: { seenVersion: version, ...to, reason } })
      }
      settled={() => client.invalidateQueries()}
    />
  )
}
