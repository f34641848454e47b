import { OUR_PATTERN } from '../../src/domain/agreement/number-pattern.ts'
import { escalateDissolution } from '../../src/domain/dissolution/acts.ts'
import { dissolutionLife } from '../../src/domain/dissolution/life.ts'
import { USUAL_NAMES } from '../../src/domain/evidence-archive/names.ts'
import { expireInvitation } from '../../src/domain/invitation/acts.ts'
import { invitationLife } from '../../src/domain/invitation/life.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { type Act, type ActName, type Batch, type Happening, nameOf } from './acts.ts'
import { carriedOut, journaled, nextFile, removeUnused } from './carry-out.ts'
import { decide } from './decide.ts'
import { FIRST_CLASS } from './facts.ts'
import { decideTransfer, withTransfer } from './transfers.ts'
import { type Person, personIn, type SchoolRules, type World } from './world.ts'

/** What the school of the walk begins with: two levels here, one there, and short times, so that they run out. */
export const RULES: SchoolRules = {
  agreementLevels: ['college', 'school'],
  dissolutionLevels: ['college', 'school'],
  destinationLevels: ['school'],
  correctionLevels: ['college', 'school'],
  recommendationLevels: ['school'],
  answerDays: 2,
  coolDownDays: 5,
  breachLimit: 1,
  window: null,
  minDays: 1,
  maxDays: 6,
  declineNeedsReason: false,
  numberPattern: OUR_PATTERN,
  archiveNames: USUAL_NAMES,
  graduationYears: [],
  requestLimit: 5,
  registrationLimit: 10,
  correctionLimit: 5,
  fulfilmentDays: 4,
  sealAfterReview: true,
  sealReminderDays: 1,
  sealReminders: 1,
  admitsKnown: false,
  postsAtOnce: false,
  postsADay: 20,
  applicationDays: 14,
  absenceLimit: null,
  absenceDays: 90,
  postChangesReviewed: true,
  staffSecondFactor: false,
}

/** A school before its first student: admitted employers of these names (`e1` …), and its reviewers. */
export const startingWorld = (school: World['school'], employers: readonly string[], now: Date): World => ({
  now,
  school,
  rules: RULES,
  people: {
    ...Object.fromEntries(
      employers.map((name, index) => [`e${index + 1}`, { portal: 'employer', name, admitted: true }]),
    ),
    'college 01': { portal: 'school', college: '01' },
    'college 02': { portal: 'school', college: '02' },
    school: { portal: 'school', college: null },
  },
  invitations: {},
  agreements: {},
  dissolutions: {},
  destinations: {},
  corrections: {},
  transfers: {},
  files: {},
  places: {},
  journal: {},
})

/** What the next student will be called. */
export const nextStudent = (world: World) =>
  `s${Object.values(world.people).filter(({ portal }) => portal === 'student').length + 1}`

/** The side that alone may even try an act; null where both sides and the school may. */
const DOORS: Record<ActName, Person['portal'] | null> = {
  'invitation.send': 'employer',
  'invitation.revise': 'employer',
  'invitation.withdraw': 'employer',
  'invitation.accept': 'student',
  'invitation.decline': 'student',
  'agreement.register': 'student',
  'agreement.correct': 'student',
  'agreement.cancel': 'student',
  'agreement.accept-amendment': 'student',
  'agreement.decline-amendment': 'student',
  'agreement.propose-amendment': 'employer',
  'agreement.ask-cancellation': null,
  'agreement.confirm-cancellation': null,
  'agreement.decline-cancellation': null,
  'agreement.ask-fulfilment': null,
  'agreement.confirm-fulfilment': 'student',
  'agreement.deny-fulfilment': 'student',
  'agreement.fulfil': 'school',
  'agreement.undo-fulfilment': 'school',
  'agreement.seal': 'employer',
  'agreement.end-unsealed': 'school',
  'agreement.pass': 'school',
  'agreement.return': 'school',
  'agreement.reject': 'school',
  'dissolution.ask': null,
  'dissolution.agree': null,
  'dissolution.refuse': null,
  'dissolution.withdraw': null,
  'dissolution.correct': null,
  'dissolution.accept-evidence': 'school',
  'dissolution.pass': 'school',
  'dissolution.reject': 'school',
  'destination.declare': 'student',
  'destination.correct': 'student',
  'destination.withdraw': 'student',
  'destination.ask-void': 'student',
  'destination.withdraw-void': 'student',
  'destination.pass': 'school',
  'destination.return': 'school',
  'destination.reject': 'school',
  'destination.grant-void': 'school',
  'destination.refuse-void': 'school',
  'correction.submit': 'student',
  'correction.resubmit': 'student',
  'correction.withdraw': 'student',
  'correction.pass': 'school',
  'correction.return': 'school',
  'correction.reject': 'school',
  'transfer.prepare': 'school',
  'transfer.change': 'school',
  'transfer.send': 'school',
  'transfer.number': 'school',
  'transfer.receive': 'school',
  'transfer.return': 'school',
  'transfer.cancel': 'school',
  'evidence.upload': null,
}

/** An employer has nothing to prove before it has an agreement here. */
const mayUpload = (world: World, by: string): boolean =>
  personIn(world, by).portal !== 'employer' ||
  Object.values(world.agreements).some((one) => one.employerId === by && one.kind === 'online')

function afterAct(world: World, act: Act): World {
  const door = DOORS[nameOf(act) as ActName]
  if (door && door !== personIn(world, act.by).portal) throw new Refusal('not-allowed')
  if (act.on === 'transfer') return withTransfer(world, decideTransfer(world, act))
  if (act.on !== 'evidence') return carriedOut(world, act.by, decide(world, act))
  if (!mayUpload(world, act.by)) throw new Refusal('not-found')
  const file = { by: act.by, uploadedAt: world.now, subject: null, gone: false }
  return { ...world, files: { ...world.files, [nextFile(world)]: file } }
}

/** What the clock has ended or moved on is recorded, and unused files go. */
function afterSweep(world: World): World {
  const { now } = world
  const over = Object.values(world.invitations)
    .filter((one) => invitationLife.whyNot(one, 'expire', 'clock', now) === null)
    .map((one) => expireInvitation(one, now))
  const overdue = Object.values(world.dissolutions)
    .filter((one) => dissolutionLife.whyNot(one, 'escalate', 'clock', now) === null)
    .map((one) => escalateDissolution(one, now))
  return removeUnused([...over, ...overdue].reduce((so, outcome) => carriedOut(so, '', outcome), world))
}

/** The world after this has happened, or a thrown Refusal with the code that the person is told. */
export function after(world: World, happening: Happening): World {
  if (happening.on === 'batch') return afterBatch(world, happening).world
  if (happening.on === 'clock')
    return happening.action === 'move' ? { ...world, now: happening.to } : afterSweep(world)
  if (happening.on !== 'school') return afterAct(world, happening)
  switch (happening.action) {
    case 'set-rules':
      return journaled({ ...world, rules: happening.rules }, `school:${world.school.code}`, 'save-settings')
    case 'enrol': {
      const { college, designatedEmployer } = happening
      return withPerson(world, nextStudent(world), {
        portal: 'student',
        college,
        designatedEmployer,
        className: FIRST_CLASS,
      })
    }
    case 'move-student':
      return movedStudent(world, happening.student, happening.college)
    default: {
      const { employer, action } = happening
      const person = personIn(world, employer)
      if (person.portal !== 'employer') throw new Error(`${employer} is no employer`)
      return withPerson(world, employer, { ...person, admitted: action === 'admit' })
    }
  }
}

/** The student and all that the student has or had are with another college; no version of a case grows. */
function movedStudent(world: World, student: string, college: string): World {
  const person = personIn(world, student)
  if (person.portal !== 'student') throw new Error(`${student} is no student`)
  const moved = <C extends { readonly studentId: string }>(cases: Readonly<Record<string, C>>) =>
    Object.fromEntries(
      Object.entries(cases).map(([id, one]) => [
        id,
        one.studentId === student ? { ...one, collegeId: college } : one,
      ]),
    )
  const { agreements, dissolutions, destinations, corrections, transfers } = world
  const after = {
    ...withPerson(world, student, { ...person, college }),
    agreements: moved(agreements),
    dissolutions: moved(dissolutions),
    destinations: moved(destinations),
    corrections: moved(corrections),
    transfers: moved(transfers),
  }
  return journaled(after, `student:${student}`, 'move-college')
}

const withPerson = (world: World, id: string, person: Person): World => ({
  ...world,
  people: { ...world.people, [id]: person },
})

/** Each for itself: what became of every item, null where it was done. */
export function afterBatch(world: World, { acts }: Batch) {
  const refusals: (Refusal | null)[] = []
  let so = world
  for (const act of acts) {
    const refusal = refusalOf(so, act)
    refusals.push(refusal)
    if (!refusal) so = afterAct(so, act)
  }
  return { world: so, refusals }
}

/** Why this cannot happen now; null when it can. */
export function refusalOf(world: World, happening: Happening): Refusal | null {
  try {
    after(world, happening)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
