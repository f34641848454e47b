import type { AdmissionStatus } from '../../../domain/admission/life.ts'
import { TurnMark } from '../case-status/case-status.tsx'

type Props = { status: AdmissionStatus; turn: 'school' | 'employer' | null }

/** Where an admission stands, and whether it is the reader's turn. */
export const AdmissionMark = (props: Props) => <TurnMark kind="admissionStatus" {...props} />
