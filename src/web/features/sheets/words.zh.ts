/** Of any file that is a spreadsheet: bringing it, and what stands where in it. */
export const zh = {
  choose: '选择文件',
  drop: '或把文件拖到这里',
  sending: (name: string, percent: number) => `正在上传 ${name}，${percent}%`,
  stop: '停止上传',
  again: (name: string) => `重新上传 ${name}`,
  row: (row: number) => `第 ${row} 行`,
  column: (column: string, name: string) => `${column} 列“${name}”`,
  noColumn: (name: string) => `“${name}”（文件中没有这一列）`,
  sheet: {
    one: (name: string) => `读取的工作表：${name}`,
    others: (names: string) => `未读取的其他工作表：${names}`,
    hiddenColumns: (columns: string) => `隐藏的列也已读取：${columns}`,
    hiddenRows: (rows: number) => `隐藏的 ${rows} 行也已读取`,
    computed: (columns: string) => `有公式的列按最后显示的值读取：${columns}`,
  },
}
