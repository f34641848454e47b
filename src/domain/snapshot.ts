/** Who the student was when they signed: roster changes later rewrite nothing (`domain.md` §5.6). */
export type StudentSnapshot = {
  readonly name: string
  readonly studentNumber: string
  readonly college: string
  readonly major: string
}
export type Snapshot = {
  readonly student: StudentSnapshot
  readonly employer: { readonly name: string; readonly creditCode: string }
}
