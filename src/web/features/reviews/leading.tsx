import { Age } from '../cases/age.tsx'
import type { LeadingQueue, Queued, QueueOf } from './queue-of.ts'

/** The queue beside one of its cases: each row is brief there. */
export const leading = <Row extends Queued>(of: QueueOf<Row>): LeadingQueue<Row> => ({
  ...of,
  brief: (row) => ({
    who: row.student.name,
    what: of.caseName(row),
    state: of.state(row),
    due: row.waitingFor && <Age since={row.waitingSince} />,
  }),
})
