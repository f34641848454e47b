import type { FormView } from '../../../contracts/paper-forms.ts'
import { subjectOf } from '../../../domain/case.ts'
import { type FormCase, formOffers } from '../../../domain/paper-form/acts.ts'
import { isFormOut } from '../../../domain/paper-form/life.ts'
import { scannedAs } from '../../../domain/paper-form/scan.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { rowOf } from './lists.ts'
import { findAgreementNumber, findPaperAgreement } from './queries.ts'

/** A form's page, for its student or for staff. */
export async function presentForm({ db, person, acting }: Reading, of: FormCase): Promise<FormView> {
  const { schoolId: school, agreementId: id } = of
  const subject = subjectOf({ kind: 'paper-form', id: of.id })
  const registered = isFormOut(of.status) ? await findPaperAgreement(db, school, of.studentId) : null
  return {
    ...rowOf(of),
    // Only people of the school itself get this far.
    school: person.school!,
    agreement: id === null ? null : { id, number: await findAgreementNumber(db, { school, id }) },
    scanned: registered && scannedAs(of.number, registered.scanned),
    actions: formOffers(of, acting),
    timeline: await listTimeline(db, school, { subject }),
  }
}
