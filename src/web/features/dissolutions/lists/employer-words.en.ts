import type { zh } from './employer-words.zh.ts'

export const en: typeof zh = {
  title: 'Dissolutions',
  tabs: {
    requests: 'Asked by students, to be handled',
    signed: 'Signed and certified students',
    all: 'All records',
  },
  q: 'Student, number or agreement number',
  student: 'Student',
  effectiveAt: 'Certified on',
  askedAt: 'Asked on',
  ground: 'Ground',
  select: 'Select',
  seeRequest: 'See the request',
  seeRequestHint: 'Tick one student to see the request.',
  oneOnly: 'One request is seen at a time: tick one student only.',
  askSeveral: (n) => `Ask to dissolve (${n})`,
  eitherSide: 'Asked by either',
  askHint: (most) => `Tick the students concerned, up to ${most} at once, then “Ask to dissolve”.`,
  chosen: (n) => `${n} ticked`,
  remove: (name) => `${name} ×`,
  emptyRequests: 'No student’s request waits to be handled.',
  emptySigned:
    'There is no student whom you could ask: an agreement must be signed and certified, with no request of the student open.',
  emptyAll: 'No dissolution yet.',
}
