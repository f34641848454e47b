import { withResidentCheck } from '../../domain/identifiers.ts'

/** A student of a roster by our own headings; the rest a test says itself. */
export const rosterStudent = (n: number, change: Readonly<Record<string, string>> = {}) => ({
  学号: `2027${String(n).padStart(6, '0')}`,
  姓名: `新生${n}`,
  证件号码: withResidentCheck(
    `4201112005${String(101 + (Math.floor(n / 1000) % 28)).padStart(4, '0')}${String(n % 1000).padStart(3, '0')}`,
  ),
  院系: '一院',
  学历: '31 本科生毕业',
  专业名称: '软件工程',
  毕业年度: '2027',
  ...change,
})
/** The same as a person types it into the fields of a page. */
export const typedStudent = (n: number, change: Readonly<Record<string, string>> = {}) => {
  const row = rosterStudent(n)
  return {
    studentNumber: row.学号,
    name: row.姓名,
    documentNumber: row.证件号码,
    college: '01',
    educationLevel: '31',
    majorName: row.专业名称,
    graduationYear: row.毕业年度,
    ...change,
  }
}
export type RosterStudent = Readonly<Record<string, string>>

/** Every heading that any of them has, in the order in which they come. */
export function tableOf(students: readonly RosterStudent[]): string[][] {
  const headings = [...new Set(students.flatMap((one) => Object.keys(one)))]
  return [headings, ...students.map((one) => headings.map((heading) => one[heading] ?? ''))]
}
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
export const csvOf = (students: readonly RosterStudent[]): Buffer =>
  Buffer.from(
    `\uFEFF${tableOf(students)
      .map((row) => row.map(quoted).join())
      .join('\r\n')}\r\n`,
  )
