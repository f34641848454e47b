import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DocumentFacts } from '../src/domain/agreement/document.ts'
import { markOf, type Point } from '../src/domain/signing/drawing.ts'
import { sampleTerms } from '../src/server/demo/terms.ts'
import { layoutOf } from '../src/server/features/agreements/document.ts'
import { drawSeal } from '../src/server/features/seals/acts.ts'
import { verificationOf } from '../src/server/features/verification-codes/printed.ts'
import { openFonts } from '../src/server/services/documents/fonts.ts'
import { openOutlines } from '../src/server/services/documents/outlines.ts'
import { openTypesetter, type PrintedSeal } from '../src/server/services/documents/typesetter.ts'
import { openLog } from '../src/server/services/log.ts'
import { newVerificationCode } from '../src/server/services/new-code.ts'
import { openSealer } from '../src/server/services/sealing/sealer.ts'
import { memoryWith } from './processes.ts'
import { measureSealing } from './sealing.ts'

/**
 * How long an agreement takes to be laid out and sealed, how large it is, and what a thousand take of memory: `npm run
 * bench:documents`, `-- 200` for fewer. First without a database and a disk of files; then on a site, from the review to the
 * download, its evidence packages, and how many documents are verified a second.
 */
const COUNT = Number(process.argv[2] ?? 1000)
/** What an agreement may weigh with all that it usually bears. */
const MOST_BYTES = 120 * 1024

const facts = (nth: number): DocumentFacts => ({
  number: `12026999010${String(nth).padStart(5, '0')}`,
  kind: 'online',
  status: 'effective',
  school: { code: '99901', name: '江汉示范理工学院' },
  parties: {
    student: {
      name: `学生${nth}`,
      studentNumber: `2022${String(nth).padStart(6, '0')}`,
      college: '计算机学院',
      major: '软件工程',
    },
    employer: { name: '楚天精密制造股份有限公司', creditCode: '91420100MA4BENCH05' },
  },
  terms: sampleTerms('2026-07-10'),
  jobName: '工程技术人员',
  termsHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  notice: {
    version: 1,
    paragraphs: [
      '有下列情形之一，书面告知对方后本协议解除：用人单位被撤销、吊销或依法宣告破产；毕业生报到时未取得毕业资格；法律法规规定的其他情形。',
      '本协议是双方在约定期限内建立劳动人事关系的依据，不是劳动合同；报到后应依法订立劳动合同（聘用合同），届时本协议终止。',
      '双方约定以电子形式订立本协议，并以各自账号的操作作为签署；系统记录签署时间、版本与内容指纹，任何改动均可被发现。',
    ],
  },
  signedOn: null,
  formedAt: '2026-06-01T02:00:00.000Z',
  effectiveAt: '2026-06-02T02:00:00.000Z',
  endedAt: null,
  acts: (['invitation.send', 'invitation.accept', 'agreement.pass'] as const).map((action, hour) => ({
    at: `2026-06-01T0${hour}:00:00.000Z`,
    action,
    actorName: '王芳',
    actorRole: 'employer',
  })),
})

/** A name of three characters as a finger writes it: as many points as a phone sends. */
const stroke = (nth: number): Point[] =>
  Array.from({ length: 40 }, (_, at) => [
    40 + nth * 60 + Math.round(45 * Math.sin(at / 6 + nth)),
    120 + Math.round(80 * Math.cos(at / 9 + nth * 2)),
  ])
const DRAWN = markOf({ kind: 'drawn', strokes: Array.from({ length: 9 }, (_, nth) => stroke(nth)) })
const MARK = { id: '00000000-0000-7000-8000-000000000000', version: 1, sha256: '0'.repeat(64) }

/** The same signed by both sides with drawn signatures, under the seals of both: as heavy as an agreement usually gets. */
const signedFacts = (nth: number): DocumentFacts => {
  const of = facts(nth)
  return {
    ...of,
    schoolSeal: MARK,
    acts: of.acts.map((act, at) => ({
      ...act,
      actorRole: at === 1 ? 'student' : act.actorRole,
      signed:
        at === 2
          ? null
          : { method: 'pin', fingerprint: MARK.sha256, drawing: DRAWN, ...(at === 0 && { seal: MARK }) },
    })),
  }
}

const quantile = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1)

const folder = await mkdtemp(join(tmpdir(), 'qianyue-documents-'))
const fonts = await openFonts(undefined)
const typesetter = openTypesetter(fonts)
const sealer = openSealer(
  { folder },
  {
    site: 'localhost',
    now: () => new Date(),
    log: openLog('silent'),
    remember: async ({ fingerprint }) => fingerprint,
  },
)
const clock = () => performance.now()
const key = clock()
await sealer.open()
console.log(`key made: ${(clock() - key).toFixed(0)} ms`)

const laidOut: number[] = []
const sealed: number[] = []
let size = 0
const before = clock()
for (let nth = 0; nth < COUNT; nth++) {
  const of = facts(nth)
  const begin = clock()
  const pdf = await typesetter.set(
    layoutOf(of, {
      verification: verificationOf('https://qianyue.example.edu.cn', newVerificationCode()),
      pictures: {},
    }),
  )
  const middle = clock()
  const { pdf: done } = await sealer.seal(pdf, { reason: '测量', at: new Date() })
  laidOut.push(middle - begin)
  sealed.push(clock() - middle)
  size = done.length
}
const seconds = (clock() - before) / 1000
const [cold, ...warm] = laidOut
const [coldSeal, ...warmSeal] = sealed
const together = warm.map((time, nth) => time + (warmSeal[nth] ?? 0))
console.log(`first: laid out ${cold?.toFixed(0)} ms, sealed ${coldSeal?.toFixed(0)} ms`)
for (const [what, times] of Object.entries({ 'laid out': warm, sealed: warmSeal, together }))
  console.log(`${what}, warm: p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`)
console.log(
  `${(COUNT / seconds).toFixed(1)} documents/s, one after the other; ${(size / 1024).toFixed(1)} KB each`,
)
const outlines = openOutlines(fonts.paths)
const pictureOf = async (name: string): Promise<PrintedSeal> => {
  const { bytes } = await drawSeal({ outlines }, name)
  return { format: 'svg', picture: Buffer.from(bytes).toString('utf8') }
}
const { school, parties } = facts(0)
const pictures = { employer: await pictureOf(parties.employer.name), school: await pictureOf(school.name) }
const whole = await typesetter.set(
  layoutOf(signedFacts(0), {
    verification: verificationOf('https://qianyue.example.edu.cn', newVerificationCode()),
    pictures,
  }),
)
const { pdf: heavy } = await sealer.seal(whole, { reason: '测量', at: new Date() })
console.log(`with two drawn signatures and both seals: ${(heavy.length / 1024).toFixed(1)} KB`)
if (heavy.length > MOST_BYTES) throw new Error(`a document is larger than ${MOST_BYTES} bytes`)
const { own, children } = memoryWith(process.pid)
console.log(
  `memory after ${COUNT} documents: ${own.toFixed(0)} MB here, ${children.toFixed(0)} MB where they are laid out`,
)
typesetter.close()
await rm(folder, { recursive: true })

await measureSealing()
